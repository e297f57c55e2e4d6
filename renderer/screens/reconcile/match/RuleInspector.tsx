import { Button, Switch } from '@mantine/core';
import { useState } from 'react';
import type { RuleShown } from '../../../../services/contract/match.ts';
import { useCommand } from '../../../app/hooks.ts';
import { useParam } from '../../../app/place.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/match.json';
import { AmountInput, ConfirmDialog, ErrorState, Facts, Inspector } from '../../../ui/index.ts';

/** One learned rule: where it comes from, and what of it can be corrected. */
export function RuleInspector({ rule, onClose }: { rule: RuleShown; onClose: () => void }) {
  const t = useWords<typeof words>('match');
  const set = useCommand('match/setRule', { quiet: true });
  const forget = useCommand('match/forget', { quiet: true });
  const [, setShow] = useParam('show');
  const [, setMatch] = useParam('match');
  const [rate, setRate] = useState({ value: rule.whtPct, valid: true });
  const [fee, setFee] = useState({ value: rule.fee?.amount ?? null, valid: true });
  const [asks, setAsks] = useState(false);
  const changed = rate.value !== rule.whtPct || fee.value !== (rule.fee?.amount ?? null);
  const save = (): void =>
    void set.run({
      id: rule.id,
      whtPct: rate.value,
      ...(rule.fee !== null && { fee: fee.value === null ? null : { currency: rule.fee.currency, amount: fee.value } }),
    });
  return (
    <Inspector
      title={rule.text}
      subtitle={rule.party}
      onClose={onClose}
      footer={
        <>
          <Button size="xs" disabled={!changed || !rate.valid || !fee.valid} loading={set.busy} onClick={save}>
            {t('save')}
          </Button>
          <Button size="xs" variant="default" onClick={() => setAsks(true)}>
            {t('forget')}
          </Button>
        </>
      }
    >
      <Switch
        mb={10}
        label={t('on')}
        checked={rule.on}
        onChange={(event) => void set.run({ id: rule.id, on: event.currentTarget.checked })}
      />
      <Facts
        items={[
          [t('account'), rule.account],
          [t('uses'), String(rule.uses)],
          [
            t('from'),
            <button
              key="f"
              type="button"
              className="mt-add"
              onClick={() => {
                setShow('accepted');
                setMatch(String(rule.from.id));
              }}
            >
              {t('taught', { id: rule.from.id, date: rule.from.at.slice(0, 10), who: rule.from.who })}
            </button>,
          ],
        ]}
      />
      <AmountInput
        mt={12}
        label={`${t('wht')} (%)`}
        value={rate.value}
        onChange={(value, valid) => setRate({ value, valid: valid && (value === null || /^\d{1,2}(\.\d{1,6})?$/.test(value)) })}
      />
      {rule.fee && (
        <AmountInput
          label={t('fee')}
          currency={rule.fee.currency}
          value={fee.value}
          onChange={(value, valid) => setFee({ value, valid })}
        />
      )}
      {set.error && <ErrorState error={set.error} />}
      <ConfirmDialog
        opened={asks}
        onClose={() => setAsks(false)}
        title={t('forget')}
        text={t('forgetText', { text: rule.text, party: rule.party })}
        action={t('forget')}
        danger
        confirm={async () => {
          const result = await forget.run({ id: rule.id });
          if (result.ok) onClose();
          return result.ok ? null : result.error;
        }}
      />
    </Inspector>
  );
}
