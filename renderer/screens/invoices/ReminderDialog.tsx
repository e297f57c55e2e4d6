import { Button, Checkbox, Chip, Group, Modal, SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import type { Input } from '../../../services/contract/index.ts';
import type { DueItem } from '../../../services/contract/invoice-acts.ts';
import { useJob } from '../../app/useJob.ts';
import { saveAs } from '../../host/files.ts';
import { useLanguage, useWordOf, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/course.json';
import { ErrorState } from '../../ui/index.ts';

type Asked = Input<'export/reminders'>;
const ALARMS = [30, 15, 7, 3, 1, 0] as const;

/** Writes the items as a calendar or as a message that a person sends. */
export function ReminderDialog({ opened, items, onClose }: { opened: boolean; items: readonly DueItem[]; onClose: () => void }) {
  const t = useWords<typeof words>('course');
  const common = useWordOf('common');
  const here = useLanguage();
  const job = useJob('export/reminders');
  const [format, setFormat] = useState<Asked['format']>('ics');
  const [language, setLanguage] = useState<NonNullable<Asked['language']>>(here);
  const [alarms, setAlarms] = useState<string[]>(['15', '7', '3', '1']);
  const [attach, setAttach] = useState(false);
  const write = async (): Promise<void> => {
    const result = await saveAs(`reminders.${format}`, (target) =>
      job.start(
        { format, items: items.map((item) => item.id), language, alarms: alarms.map(Number), attach, target },
        { title: t('writing'), describe: (w) => t('written', { count: w.rows, file: w.file }) },
      ),
    );
    if (result.ok && result.value !== null) onClose();
  };
  return (
    <Modal opened={opened} onClose={onClose} title={t('remindersTitle')} size={480} closeButtonProps={{ 'aria-label': common('close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void write();
        }}
      >
        <p className="dialog-text">{t('remindersText')}</p>
        <p className="dialog-text">{t('selected', { count: items.length })}</p>
        <SegmentedControl
          fullWidth
          aria-label={t('format.label')}
          value={format}
          onChange={(value) => setFormat(value as Asked['format'])}
          data={[
            { value: 'ics', label: t('format.ics') },
            { value: 'eml', label: t('format.eml') },
          ]}
          data-autofocus
        />
        <Select
          mt="sm"
          label={t('language.label')}
          value={language}
          allowDeselect={false}
          onChange={(value) => setLanguage(value as typeof language)}
          data={[
            { value: 'en', label: 'English' },
            { value: 'zh-CN', label: '简体中文' },
            { value: 'both', label: t('language.both') },
          ]}
        />
        {format === 'ics' ? (
          <fieldset className="reminder-alarms">
            <legend>{t('alarms')}</legend>
            <Chip.Group multiple value={alarms} onChange={setAlarms}>
              <Group gap={6}>
                {ALARMS.map((days) => (
                  <Chip key={days} size="xs" value={String(days)}>
                    {days}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
          </fieldset>
        ) : (
          <>
            <Checkbox mt="sm" label={t('attach')} checked={attach} onChange={(event) => setAttach(event.currentTarget.checked)} />
            <p className="dialog-text dim">{t('recipients')}</p>
          </>
        )}
        {job.error && <ErrorState error={job.error} />}
        <div className="form-actions">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={job.busy} disabled={items.length === 0}>
            {t('write')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
