import { Autocomplete, Button, Popover } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { Rate } from '../../../../services/contract/bills-summary.ts';
import { isAmount } from '../../../../domain/money/amount.ts';
import { useCall, useCommand } from '../../../app/hooks.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/summary.json';
import { AmountInput } from '../../../ui/index.ts';

/** Currencies that the guide bills and converts into; any other code can be typed. */
const COMMON = ['USD', 'EUR', 'CNY', 'HKD', 'SGD', 'THB', 'MYR', 'IDR', 'JPY', 'GBP', 'BRL', 'MXN', 'ZAR', 'TRY', 'SAR'];

/** In which currency the company pays, and the rate of the month into it. */
export function PaymentCurrency({ period, currency, rate }: { period: string; currency: string; rate: Rate | null }) {
  const t = useWords<typeof words>('summary');
  const [opened, setOpened] = useState(false);
  const kept = useCall('bills/rates', { period });
  const into = kept.data?.into ?? null;
  const label =
    rate !== null
      ? t(rate.origin === 'entered' ? 'rateEntered' : 'rateStated', {
          from: rate.from,
          to: rate.to,
          rate: rate.rate,
          document: rate.document ?? '',
        })
      : into !== null && into !== currency
        ? t('noRate', { from: currency, to: into })
        : t('paymentCurrency');
  return (
    <Popover opened={opened} onChange={setOpened} width={300} position="bottom-end" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <button type="button" className="link" aria-expanded={opened} onClick={() => setOpened(!opened)}>
          {label}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        {opened && (
          <RateForm period={period} currency={currency} into={into} rates={kept.data?.rates ?? []} onDone={() => setOpened(false)} />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function RateForm({
  period,
  currency,
  into,
  rates,
  onDone,
}: {
  period: string;
  currency: string;
  into: string | null;
  rates: readonly Rate[];
  onDone: () => void;
}) {
  const t = useWords<typeof words>('summary');
  const [to, setTo] = useState(into ?? '');
  const known = rates.find((rate) => rate.from === currency && rate.to === to) ?? null;
  const [typed, setTyped] = useState<{ value: string | null; valid: boolean } | null>(null);
  const keepCurrency = useCommand('bills/setPaymentCurrency');
  const keepRate = useCommand('bills/setRate');
  const code = to.trim().toUpperCase();
  const other = /^[A-Z]{3}$/.test(code) && code !== currency;
  const value = typed === null ? (known?.rate ?? null) : typed.value;
  const usable = code === '' || code === currency || (other && (typed?.valid ?? true));
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!usable) return;
    // What an invoice states stays its word: only a rate of one's own is kept.
    if (other && typed !== null && (typed.value === null || isAmount(typed.value))) {
      const done = await keepRate.run({ period, from: currency, to: code, rate: typed.value });
      if (!done.ok) return;
    }
    const done = await keepCurrency.run({ into: code === '' ? null : code });
    if (done.ok) onDone();
  };
  return (
    <form className="rate-form" aria-label={t('paymentCurrency')} onSubmit={(event) => void save(event)} noValidate>
      <Autocomplete
        label={t('paymentCurrency')}
        description={t('paymentCurrencyHint')}
        value={to}
        onChange={(next) => {
          setTo(next.toUpperCase());
          setTyped(null);
        }}
        data={COMMON.filter((entry) => entry !== currency)}
        maxLength={3}
        comboboxProps={{ withinPortal: false }}
        data-autofocus={other ? undefined : true}
      />
      {other && (
        <AmountInput
          key={code}
          data-autofocus
          label={t('rateOf', { period, from: currency, to: code })}
          description={known?.origin === 'stated' && typed === null ? t('statedBy', { document: known.document ?? '' }) : t('rateHint')}
          value={value}
          onChange={(next, valid) => setTyped({ value: next, valid })}
        />
      )}
      <div className="form-actions">
        <Button variant="default" size="xs" onClick={onDone}>
          {t('cancel')}
        </Button>
        <Button type="submit" size="xs" disabled={!usable} loading={keepRate.busy || keepCurrency.busy}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
