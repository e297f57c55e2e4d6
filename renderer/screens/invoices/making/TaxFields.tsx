import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { useLanguage, useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/making.json';
import type { Draft } from '../../../../services/contract/making.ts';
import { AmountInput, Wide } from '../../../ui/index.ts';
import type { Options } from '../../start/profile.ts';
import type { MakeDraft } from './make-draft.ts';

/** The tax: by the rules of the book, for the buyer's case unless another is chosen, or by hand with a reason. */
export function TaxFields({
  draft,
  set,
  options,
  answered,
}: {
  draft: MakeDraft;
  set: (part: Partial<MakeDraft>) => void;
  options: Options;
  answered: Draft['taxCase'];
}) {
  const t = useWords<typeof words>('making');
  const start = useWordOf('start');
  const zh = useLanguage() === 'zh-CN';
  const country = options.countries.find((c) => c.iso === (draft.country ?? answered?.country));
  const asIs = (value: string | null | undefined): string => (value ? t('asIs', { value }) : t('ofBuyer'));
  return (
    <>
      <Wide>
        <SegmentedControl
          aria-label={t('taxBy')}
          value={draft.taxBy}
          data={[
            { value: 'rule', label: t('byRule') },
            { value: 'hand', label: t('byHand') },
          ]}
          onChange={(by) => set({ taxBy: by === 'hand' ? 'hand' : 'rule' })}
        />
      </Wide>
      {draft.taxBy === 'rule' ? (
        <>
          <Select
            label={t('taxCountry')}
            clearable
            searchable
            value={draft.country}
            placeholder={asIs(answered && (zh ? country?.nameZh : country?.nameEn))}
            data={options.countries.map((c) => ({ value: c.iso, label: zh ? c.nameZh : c.nameEn }))}
            onChange={(value) => set({ country: value, status: null, region: null })}
          />
          <Select
            label={t('taxEntity')}
            clearable
            searchable
            value={draft.entity}
            placeholder={asIs(answered?.entity)}
            data={options.entities.map((e) => ({ value: e.id, label: zh ? e.nameZh : e.name }))}
            onChange={(entity) => set({ entity })}
          />
          <Select
            label={t('taxStatus')}
            clearable
            value={draft.status}
            placeholder={asIs(answered && start(`status.${answered.status}`))}
            data={(country?.statuses ?? []).map((status) => ({ value: status, label: start(`status.${status}`) }))}
            onChange={(status) => set({ status })}
          />
          {(country?.regions.length ?? 0) > 0 && (
            <Select
              label={t('taxRegion')}
              clearable
              value={draft.region}
              placeholder={asIs(answered?.region)}
              data={[...(country?.regions ?? [])]}
              onChange={(region) => set({ region })}
            />
          )}
        </>
      ) : (
        <>
          <TextInput
            label={t('taxCode')}
            value={draft.taxCode}
            maxLength={40}
            placeholder="VAT"
            onChange={(e) => set({ taxCode: e.currentTarget.value })}
          />
          <TextInput
            label={t('rate')}
            classNames={{ input: 'amount-input' }}
            value={draft.taxRate}
            maxLength={10}
            rightSection={<span className="unit">%</span>}
            onChange={(e) => set({ taxRate: e.currentTarget.value.trim() })}
          />
          <AmountInput label={t('taxAmount')} value={draft.taxAmount} onChange={(taxAmount) => set({ taxAmount })} />
          <TextInput
            label={t('taxReason')}
            required
            value={draft.taxReason}
            maxLength={1000}
            onChange={(e) => set({ taxReason: e.currentTarget.value })}
          />
        </>
      )}
    </>
  );
}
