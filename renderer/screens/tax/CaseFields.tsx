import { Select, TextInput } from '@mantine/core';
import { useLanguage, useWordOf, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/tax.json';
import { AmountInput, DateInput } from '../../ui/index.ts';
import { fitToCountry, type Options, type Profile } from '../start/profile.ts';
import { isRate, type TaxCaseDraft } from './case.ts';
import { IncomeTypeField } from './IncomeTypeField.tsx';

/** Who buys from whom, when and for how much. */
export function CaseFields({
  draft,
  options,
  onChange,
}: {
  draft: TaxCaseDraft;
  options: Options;
  onChange: (draft: TaxCaseDraft) => void;
}) {
  const t = useWords<typeof words>('tax');
  const rules = useWordOf('taxRules');
  const status = useWordOf('start');
  const zh = useLanguage() === 'zh-CN';
  const country = options.countries.find((c) => c.iso === draft.country);
  const set = (part: Partial<TaxCaseDraft>): void => onChange({ ...draft, ...part });
  const toCountry = (iso: string): void => {
    const fitted = fitToCountry(
      { country: iso, entity: draft.entity, customerStatus: draft.status, region: draft.region } as Profile,
      options,
    );
    set({ country: iso, entity: fitted.entity, status: fitted.customerStatus, region: fitted.region ?? null, usageDate: null });
  };
  const printed = new Set(country?.entities ?? []);
  return (
    <div className="tax-fields">
      <Select
        label={t('country')}
        searchable
        allowDeselect={false}
        value={draft.country}
        data={options.countries.map((c) => ({ value: c.iso, label: `${zh ? c.nameZh : c.nameEn} (${c.iso})` }))}
        onChange={(value) => value && toCountry(value)}
      />
      <Select
        label={t('entity')}
        allowDeselect={false}
        value={draft.entity}
        onChange={(value) => value && set({ entity: value })}
        data={[
          {
            group: t('withRules'),
            items: options.entities.filter((e) => printed.has(e.id)).map((e) => ({ value: e.id, label: zh ? e.nameZh : e.name })),
          },
          {
            group: t('withoutRules'),
            items: options.entities.filter((e) => !printed.has(e.id)).map((e) => ({ value: e.id, label: zh ? e.nameZh : e.name })),
          },
        ].filter((group) => group.items.length > 0)}
      />
      <Select
        label={t('status')}
        allowDeselect={false}
        value={draft.status}
        data={(country?.statuses ?? ['any' as const]).map((s) => ({ value: s, label: status(`status.${s}`) }))}
        onChange={(value) => {
          const found = country?.statuses.find((s) => s === value);
          if (found) set({ status: found });
        }}
      />
      {country && country.regions.length > 0 && (
        <Select
          label={t('region')}
          searchable
          required
          value={draft.region}
          data={country.regions}
          onChange={(value) => set({ region: value })}
        />
      )}
      <DateInput label={t('date')} description={t('dateHint')} required value={draft.date} onChange={(date) => set({ date })} />
      {country?.byUse && (
        <DateInput
          label={rules('usageDate')}
          description={rules('usageDateHint')}
          value={draft.usageDate ?? null}
          onChange={(usageDate) => set({ usageDate })}
        />
      )}
      <AmountInput
        label={t('amount')}
        description={t('amountHint')}
        required
        value={draft.amount}
        currency={draft.currency}
        onChange={(amount) => set({ amount })}
      />
      <Select
        label={t('currency')}
        searchable
        allowDeselect={false}
        value={draft.currency}
        data={options.currencies}
        onChange={(value) => value && set({ currency: value })}
      />
      <TextInput
        label={t('whtRate')}
        description={t('whtRateHint')}
        value={draft.whtRate}
        inputMode="decimal"
        rightSection={<span className="unit">%</span>}
        classNames={{ input: 'amount-input' }}
        error={isRate(draft.whtRate.trim()) ? undefined : t('whtRateInvalid')}
        onChange={(event) => set({ whtRate: event.currentTarget.value })}
      />
      <IncomeTypeField value={draft.incomeType ?? null} onChange={(incomeType) => set({ incomeType })} />
    </div>
  );
}
