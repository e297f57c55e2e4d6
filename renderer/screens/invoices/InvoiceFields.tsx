import { Select, Textarea, TextInput } from '@mantine/core';
import type { BookInfo } from '../../../services/contract/book.ts';
import { useLanguage, useWordOf, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/invoices.json';
import { Amount, AmountInput, DateInput, Wide } from '../../ui/index.ts';
import type { Options } from '../start/profile.ts';
import { totalOf, type InvoiceDraft } from './invoice-draft.ts';

const VENDORS = ['huawei', 'tencent', 'qingcloud', 'zilliz', 'other'] as const;

/** What stands on the paper. */
export function InvoiceFields({
  draft,
  taken,
  book,
  options,
  onChange,
}: {
  draft: InvoiceDraft;
  taken: number;
  book: BookInfo;
  options: Options;
  onChange: (draft: InvoiceDraft) => void;
}) {
  const t = useWords<typeof words>('invoices');
  const common = useWordOf('common');
  const zh = useLanguage() === 'zh-CN';
  const set = (part: Partial<InvoiceDraft>): void => onChange({ ...draft, ...part });
  const periods = [...new Set([...book.periods, ...(draft.period ? [draft.period] : [])])].toSorted().reverse();
  return (
    <>
      <TextInput
        label={t('number')}
        required
        autoFocus
        value={draft.number}
        maxLength={100}
        onChange={(event) => set({ number: event.currentTarget.value })}
      />
      <Select
        label={t('vendor')}
        allowDeselect={false}
        value={draft.vendor}
        data={VENDORS.map((v) => ({ value: v, label: common(`vendor.${v}`) }))}
        onChange={(value) => {
          const vendor = VENDORS.find((v) => v === value);
          if (vendor) set({ vendor, entity: vendor === 'huawei' ? (draft.entity ?? book.entity) : null });
        }}
      />
      <Wide>
        <Select
          label={t('entity')}
          description={t('entityHint')}
          clearable
          searchable
          value={draft.entity}
          data={options.entities.map((e) => ({ value: e.id, label: zh ? e.nameZh : e.name }))}
          onChange={(entity) => set({ entity })}
        />
      </Wide>
      <DateInput label={t('date')} required value={draft.date} onChange={(date) => set({ date })} />
      <DateInput
        label={t('due')}
        value={draft.due}
        error={draft.due && draft.date && draft.due < draft.date ? t('missing.due') : undefined}
        onChange={(due) => set({ due })}
      />
      <Select
        label={t('period')}
        clearable
        value={draft.period}
        data={periods}
        placeholder={t('noPeriod')}
        onChange={(period) => set({ period })}
      />
      <Select
        label={t('currency')}
        searchable
        allowDeselect={false}
        value={draft.currency}
        data={options.currencies}
        onChange={(value) => value && set({ currency: value })}
      />
      <AmountInput label={t('net')} required value={draft.net} currency={draft.currency} onChange={(net) => set({ net })} />
      <AmountInput
        key={`tax-${taken}`}
        label={t('tax')}
        required
        value={draft.tax}
        currency={draft.currency}
        onChange={(tax) => set({ tax })}
      />
      <Wide>
        <div className="doc-total">
          <span>{t('total')}</span>
          <Amount value={totalOf(draft)} currency={draft.currency} plainZero showCurrency size="key" />
        </div>
      </Wide>
      <Wide>
        <Textarea
          label={t('note')}
          autosize
          minRows={2}
          maxLength={4000}
          value={draft.note}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
      </Wide>
    </>
  );
}
