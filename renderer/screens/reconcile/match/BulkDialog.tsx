import { Button, Loader, Modal, Select } from '@mantine/core';
import { useState } from 'react';
import type { ParsedInput } from '../../../../services/contract/index.ts';
import { useCall, useCommand } from '../../../app/hooks.ts';
import { notifyDone } from '../../../app/notify.tsx';
import { useLanguage, useWords } from '../../../i18n/index.ts';
import { useTell } from '../../../i18n/told.ts';
import type words from '../../../i18n/en/match.json';
import { Amount, ErrorState } from '../../../ui/index.ts';
import { signed } from './MoneyList.tsx';

type Condition = ParsedInput<'match/bulk'>['condition'];

/** Acceptance in one go: a person chooses the rule, sees everything that it takes, and accepts all of it. */
export function BulkDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useWords<typeof words>('match');
  return (
    <Modal opened={opened} onClose={onClose} title={t('bulk')} size="xl">
      {opened && <Bulk onClose={onClose} />}
    </Modal>
  );
}

function Bulk({ onClose }: { onClose: () => void }) {
  const t = useWords<typeof words>('match');
  const tell = useTell();
  const zh = useLanguage() === 'zh-CN';
  const conditions = useCall('match/conditions', {}).data ?? [];
  const rules = (useCall('match/rules', {}).data ?? []).filter((r) => r.on);
  const [condition, setCondition] = useState<Condition>('number');
  const [ruleId, setRule] = useState<string | null>(null);
  const rule = condition === 'rule' ? (rules.find((r) => String(r.id) === ruleId) ?? rules[0] ?? null) : null;
  const wanted = { condition, rule: rule?.id ?? null };
  const plan = useCall('match/bulk', wanted);
  const accept = useCommand('match/acceptBulk', { quiet: true });
  const items = plan.data ?? [];
  const run = async (): Promise<void> => {
    const result = await accept.run({ ...wanted, items: items.map((i) => ({ money: i.money.key, proposal: i.proposal.key })) });
    if (!result.ok) return;
    notifyDone(t('bulkDone', { count: result.value.accepted.length }));
    onClose();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (items.length > 0 && !accept.busy) void run();
      }}
    >
      <div className="mt-bulk-head">
        <Select
          label={t('condition')}
          allowDeselect={false}
          value={condition}
          data={conditions
            .filter((c) => c.id !== 'rule' || rules.length > 0)
            .map((c) => ({ value: c.id, label: zh ? c.title.zh : c.title.en }))}
          onChange={(value) => setCondition((value ?? 'number') as Condition)}
          flex={1}
        />
        {condition === 'rule' && (
          <Select
            label={t('rule')}
            allowDeselect={false}
            value={rule ? String(rule.id) : null}
            data={rules.map((r) => ({ value: String(r.id), label: `${r.text} → ${r.party}` }))}
            onChange={setRule}
            w={280}
          />
        )}
      </div>
      <p className="dim mt-note">{t('bulkText')}</p>
      {plan.loading && <Loader size="sm" aria-label={t('bulk')} />}
      {plan.error && <ErrorState error={plan.error} retry={plan.retry} />}
      {plan.data && items.length === 0 && <p className="mt-note">{t('bulkNone')}</p>}
      {items.length > 0 && (
        <div className="mt-bulk-list" tabIndex={0} role="region" aria-label={t('candidates')}>
          <table className="mt-table">
            <thead>
              <tr>
                <th scope="col">{t('date')}</th>
                <th scope="col">{t('reference')}</th>
                <th scope="col" className="num">
                  {t('amount')}
                </th>
                <th scope="col">{t('invoices')}</th>
                <th scope="col">{t('steps')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map(({ money, proposal }) => (
                <tr key={money.key}>
                  <td>{money.date}</td>
                  <td className="mt-ref">
                    {money.counterparty ? `${money.counterparty} · ${money.reference || money.text}` : money.reference || money.text}
                  </td>
                  <td className="num">
                    <Amount value={signed(money)} currency={money.currency} showCurrency />
                  </td>
                  <td>
                    {proposal.payment
                      ? t('inBook', { reference: proposal.payment.reference })
                      : proposal.lines.map((l) => l.invoice).join(', ')}
                  </td>
                  <td>{proposal.steps.map((step) => tell.sentence(step)).join('; ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {accept.error && <ErrorState error={accept.error} />}
      <div className="form-actions">
        <Button variant="default" onClick={onClose}>
          {t('close')}
        </Button>
        <Button type="submit" disabled={items.length === 0} loading={accept.busy} data-autofocus>
          {t('acceptAll', { count: items.length })}
        </Button>
      </div>
    </form>
  );
}
