import { Button } from '@mantine/core';
import { useState } from 'react';
import type { BankStatement } from '../../../../services/contract/bank.ts';
import { useCommand } from '../../../app/hooks.ts';
import { notifyDone } from '../../../app/notify.tsx';
import { useGo } from '../../../app/place.ts';
import { useWords } from '../../../i18n/index.ts';
import { useTell } from '../../../i18n/told.ts';
import type words from '../../../i18n/en/bank.json';
import { ConfirmDialog, Facts, Ident, Inspector, InspectorPart, StatusMark } from '../../../ui/index.ts';
import { BalanceTable } from './BalanceTable.tsx';
import { FollowMark, SumMark } from './marks.tsx';
import { Rejects } from './Rejects.tsx';

/** One statement: its balances as arithmetic, how it follows the one before it, and what became of its rows. */
export function StatementInspector({ statement: s, onClose }: { statement: BankStatement; onClose: () => void }) {
  const t = useWords<typeof words>('bank');
  const tell = useTell();
  const go = useGo();
  const [asking, setAsking] = useState(false);
  const undo = useCommand('bank/undo', { quiet: true });
  return (
    <Inspector
      onClose={onClose}
      title={`${s.first} – ${s.last}`}
      subtitle={
        <span className="inline-action">
          {s.account.name || s.account.number} · {s.account.currency}{' '}
          {s.state === 'undone' && <StatusMark mark="missing" label={t('undone')} />}
        </span>
      }
      footer={
        s.state === 'active' ? (
          <>
            <Button
              onClick={() => go('/reconcile/bank', { show: null, open: null, statement: String(s.id), account: String(s.account.id) })}
            >
              {t('showLines')}
            </Button>
            <Button color="red" variant="subtle" c="var(--fail)" ml="auto" onClick={() => setAsking(true)}>
              {t('undo')}
            </Button>
          </>
        ) : null
      }
    >
      {s.state === 'active' && (
        <>
          <BalanceTable figures={s} currency={s.account.currency} />
          <p>
            <SumMark statement={s} />
          </p>
          <p>
            <FollowMark continuity={s.continuity} />
            {s.continuity?.state === 'gap' && (s.continuity.days ?? 0) > 0 && (
              <span className="dim"> {t('gapDays', { count: s.continuity.days ?? 0 })}</span>
            )}
          </p>
        </>
      )}
      <InspectorPart title={t('facts')}>
        <Facts
          items={[
            [t('account'), <Ident key="n" value={s.account.number} length={34} copy />],
            [t('bank'), s.account.bank],
            [t('column.number'), s.number],
            [t('file'), s.file],
            [t('format'), t(`formats.${s.format}`)],
            [t('profile'), s.profile],
            [t('column.rows'), t('counts', { rows: s.rows, added: s.added, duplicates: s.duplicates, rejected: s.rejected })],
            [t('imported'), s.importedAt.slice(0, 16).replace('T', ' ')],
            ['SHA-256', <Ident key="h" value={s.sha256} length={24} copy />],
          ]}
        />
      </InspectorPart>
      {s.notices.map((notice, at) => (
        <p key={at} className="bk-note">
          <StatusMark mark="due" label={tell.sentence(notice)} />
        </p>
      ))}
      <Rejects rejects={s.rejects} />
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        danger
        title={t('undo')}
        text={<p>{t('undoText', { file: s.file })}</p>}
        action={t('undo')}
        reason={t('reason')}
        confirm={async (reason) => {
          const result = await undo.run({ statement: s.id, reason });
          if (result.ok) notifyDone(t('undoneDone', { removed: result.value.removed, kept: result.value.kept }));
          return result.ok ? null : result.error;
        }}
      />
    </Inspector>
  );
}
