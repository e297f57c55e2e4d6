import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ExportRecord } from '../../../services/contract/reports.ts';
import { useActions } from '../../actions/registry.ts';
import { duration, grouped } from '../../app/duration.ts';
import { useCommand } from '../../app/hooks.ts';
import { notifyDone } from '../../app/notify.tsx';
import { useLanguage, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/reports.json';
import { ConfirmDialog, ErrorState, Facts, Ident, Inspector, InspectorPart, StatusMark } from '../../ui/index.ts';
import { bytesText } from '../documents/keys.ts';
import { Selection } from './Selection.tsx';
import { MARKS } from './states.ts';
import { whatText } from './what.ts';

const instantText = (at: string): string => `${at.slice(0, 19).replace('T', ' ')} UTC`;

/** One export: what was chosen, how it ended, what proves the file; and taking it off the list. */
export function ExportInspector({ record, onClose }: { record: ExportRecord; onClose: () => void }) {
  const t = useWords<typeof words>('reports');
  const language = useLanguage();
  const remove = useCommand('export/delete', { quiet: true });
  const [asking, setAsking] = useState(false);
  const removable = record.state !== 'running';
  useActions([{ id: 'reports.delete', title: t('delete'), group: 'record', predicate: () => removable, perform: () => setAsking(true) }]);
  const { endedAt } = record;
  return (
    <Inspector
      onClose={onClose}
      title={record.file}
      subtitle={<StatusMark mark={MARKS[record.state]} label={t(`state.${record.state}`)} />}
      footer={
        removable ? (
          <Button variant="subtle" color="red" c="var(--fail)" ml="auto" onClick={() => setAsking(true)}>
            {t('delete')}
          </Button>
        ) : null
      }
    >
      {record.error && <ErrorState error={record.error} />}
      {record.state === 'interrupted' && <p className="inspector-note">{t('interruptedText')}</p>}
      <InspectorPart title={t('chosen')}>
        <Facts items={[[t('what'), whatText(record.what, language)]]} />
        {record.selection && <Selection selection={record.selection} />}
      </InspectorPart>
      <InspectorPart title={t('result')}>
        <Facts
          items={[
            [t('format'), record.format.toUpperCase()],
            [t('language'), record.language && { en: 'English', 'zh-CN': '简体中文', both: 'English · 简体中文' }[record.language]],
            [t('rows'), record.rows === null ? null : grouped(record.rows)],
            [t('size'), record.bytes === null ? null : bytesText(record.bytes)],
            ['SHA-256', record.sha256 === null ? null : <Ident key="sha" value={record.sha256} length={28} copy />],
            [t('started'), instantText(record.startedAt)],
            [t('ended'), endedAt === null ? null : instantText(endedAt)],
            [
              t('took'),
              endedAt === null || record.state === 'interrupted'
                ? null
                : duration((Date.parse(endedAt) - Date.parse(record.startedAt)) / 1000),
            ],
          ]}
        />
      </InspectorPart>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('deleteTitle')}
        text={t('deleteText', { file: record.file })}
        action={t('delete')}
        danger
        confirm={async () => {
          const result = await remove.run({ id: record.id });
          if (!result.ok) return result.error;
          notifyDone(t('deleted', { file: record.file }));
          onClose();
          return null;
        }}
      />
    </Inspector>
  );
}
