import { Select, Textarea, TextInput } from '@mantine/core';
import { INVOICE_TYPES } from '../../../domain/invoices/document.ts';
import type { BookInfo } from '../../../services/contract/book.ts';
import { useLanguage, useWordOf, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/invoices.json';
import type makingWords from '../../i18n/en/making.json';
import { Amount, AmountInput, DateInput, Wide } from '../../ui/index.ts';
import type { Options } from '../start/profile.ts';
import { FxFields } from './FxFields.tsx';
import { NO_FX } from './fx-draft.ts';
import { totalOf, type InvoiceDraft } from './invoice-draft.ts';
import { PartySelect } from './PartySelect.tsx';

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
  const m = useWords<typeof makingWords>('making');
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
        label={m('type')}
        allowDeselect={false}
        value={draft.type}
        data={INVOICE_TYPES.map((type) => ({ value: type, label: m(`types.${type}`) }))}
        onChange={(value) => set({ type: INVOICE_TYPES.find((type) => type === value) ?? 'other' })}
      />
      <Select
        label={t('vendor')}
        allowDeselect={false}
        disabled={draft.reason !== null}
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
      <PartySelect label={m('seller')} kinds={['vendor']} value={draft.sellerId} onChange={(sellerId) => set({ sellerId })} />
      <PartySelect label={m('buyer')} kinds={['own']} value={draft.buyerId} onChange={(buyerId) => set({ buyerId })} />
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
        onChange={(value) => value && set({ currency: value, ...(draft.fx.currency === value ? { fx: NO_FX } : {}) })}
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
      <FxFields
        fx={draft.fx}
        currency={draft.currency}
        currencies={options.currencies}
        total={totalOf(draft)}
        onChange={(fx) => set({ fx })}
      />
      <TextInput
        label={m('orderReference')}
        value={draft.orderReference}
        maxLength={200}
        onChange={(event) => set({ orderReference: event.currentTarget.value })}
      />
      {draft.reason !== null && (
        <Wide>
          <TextInput
            label={m('correctReason')}
            required
            value={draft.reason}
            maxLength={1000}
            onChange={(event) => set({ reason: event.currentTarget.value })}
          />
        </Wide>
      )}
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
