import { Button, Switch } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import { useState } from 'react';
import type { RuleShown } from '../../../../services/contract/match.ts';
import { useCall, useCommand } from '../../../app/hooks.ts';
import { useParam } from '../../../app/place.ts';
import { rowsOf } from '../../../app/usePages.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/match.json';
import { ConfirmDialog, DataTable, EmptyState, type DataColumn } from '../../../ui/index.ts';
import { RuleInspector } from './RuleInspector.tsx';
import { SettingsDialog } from './SettingsDialog.tsx';

/** What was learned from acceptances: each rule with its source and its uses, to be switched off, corrected or forgotten. */
export function Rules() {
  const t = useWords<typeof words>('match');
  const list = useCall('match/rules', {});
  const rows = list.data ?? [];
  const [open, setOpen] = useParam('rule');
  const [asks, setAsks] = useState<'settings' | 'forget' | null>(null);
  const set = useCommand('match/setRule');
  const forget = useCommand('match/forget', { quiet: true });
  const shown = rows.find((r) => String(r.id) === open) ?? null;
  const usual = (r: RuleShown): string =>
    [
      r.whtPct === null ? '' : t('usualWht', { rate: r.whtPct }),
      r.fee === null ? '' : t('usualFee', { amount: r.fee.amount, currency: r.fee.currency }),
    ]
      .filter((x) => x !== '')
      .join(', ');
  const columns: DataColumn<RuleShown>[] = [
    {
      id: 'on',
      header: t('on'),
      value: (r) => (r.on ? 0 : 1),
      render: (r) => (
        <Switch
          size="xs"
          aria-label={t('switch', { text: r.text })}
          checked={r.on}
          onClick={(event) => event.stopPropagation()}
          onChange={(event) => void set.run({ id: r.id, on: event.currentTarget.checked })}
        />
      ),
      width: 64,
    },
    { id: 'text', header: t('text'), value: (r) => r.text, width: 220 },
    { id: 'account', header: t('account'), kind: 'ident', value: (r) => r.account, width: 160 },
    { id: 'direction', header: t('direction'), value: (r) => (r.direction === 'received' ? t('out') : t('in')), width: 72 },
    { id: 'party', header: t('party'), value: (r) => r.party, grow: true, width: 200 },
    { id: 'usual', header: t('usual'), value: usual, width: 180 },
    { id: 'uses', header: t('uses'), kind: 'count', value: (r) => r.uses },
    { id: 'from', header: t('from'), value: (r) => `#${r.from.id} · ${r.from.at.slice(0, 10)} · ${r.from.who}`, width: 180 },
  ];
  return (
    <>
      <DataTable
        id="match-rules"
        label={t('rules')}
        columns={columns}
        rowId={(r) => String(r.id)}
        source={rowsOf(rows, list)}
        onOpen={(r) => setOpen(String(r.id), { replace: open !== null })}
        activeId={open}
        toolbar={
          <div className="mt-tools">
            <Button size="xs" variant="default" onClick={() => setAsks('settings')}>
              {t('settings')}
            </Button>
            {rows.length > 0 && (
              <Button size="xs" variant="default" onClick={() => setAsks('forget')}>
                {t('forgetAll')}
              </Button>
            )}
          </div>
        }
        empty={<EmptyState icon={IconBulb} title={t('noRules')} text={t('noRulesText')} />}
      />
      {shown && <RuleInspector key={shown.id} rule={shown} onClose={() => setOpen(null)} />}
      <SettingsDialog opened={asks === 'settings'} onClose={() => setAsks(null)} />
      <ConfirmDialog
        opened={asks === 'forget'}
        onClose={() => setAsks(null)}
        title={t('forgetAll')}
        text={t('forgetAllText')}
        action={t('forgetAll')}
        danger
        confirm={async () => {
          const result = await forget.run({ id: null });
          return result.ok ? null : result.error;
        }}
      />
    </>
  );
}
