import { Select } from '@mantine/core';
import { compare, type Amount } from '../../../domain/money/amount.ts';
import { convert, documentConversion } from '../../../domain/money/conversion.ts';
import { useTell } from '../../i18n/told.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/making.json';
import { AmountInput, DateInput, Wide } from '../../ui/index.ts';
import { NO_FX, type FxDraft } from './fx-draft.ts';

/** The other currency that the document tells its total in, with rate and day, and what that comes to. */
export function FxFields({
  fx,
  currency,
  currencies,
  total,
  onChange,
}: {
  fx: FxDraft;
  currency: string;
  currencies: readonly string[];
  total: Amount | null;
  onChange: (fx: FxDraft) => void;
}) {
  const t = useWords<typeof words>('making');
  const { sentence } = useTell();
  return (
    <>
      <Select
        label={t('fxCurrency')}
        clearable
        searchable
        value={fx.currency}
        data={currencies.filter((code) => code !== currency)}
        placeholder={t('noFx')}
        onChange={(code) => onChange(code === null ? NO_FX : { ...fx, currency: code })}
      />
      {fx.currency !== null && (
        <>
          <AmountInput
            label={t('fxRate', { currency })}
            required
            value={fx.rate}
            currency={fx.currency}
            onChange={(rate) => onChange({ ...fx, rate })}
            error={fx.rate !== null && compare(fx.rate, '0') <= 0 ? t('fxPositive') : null}
          />
          <DateInput label={t('fxDate')} value={fx.date} onChange={(date) => onChange({ ...fx, date })} />
          {total !== null && fx.rate !== null && compare(fx.rate, '0') > 0 && (
            <Wide>
              <p className="inspector-note">{sentence(convert(total, fx.rate, fx.currency, documentConversion(fx.currency)).step)}</p>
            </Wide>
          )}
        </>
      )}
    </>
  );
}
