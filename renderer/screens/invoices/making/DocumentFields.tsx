import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import type { Amount } from '../../../../domain/money/amount.ts';
import type { Output } from '../../../../services/contract/index.ts';
import { useGo } from '../../../app/place.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/making.json';
import { DateInput, Wide } from '../../../ui/index.ts';
import { FxFields } from '../FxFields.tsx';
import { PartySelect } from '../PartySelect.tsx';
import type { MakeDraft } from './make-draft.ts';

/** For whom, with which number, of which day, and what else is printed on it. */
export function DocumentFields({
  draft,
  set,
  series,
  currencies,
  currency,
  total,
}: {
  draft: MakeDraft;
  set: (part: Partial<MakeDraft>) => void;
  series: Output<'series/list'>['series'];
  currencies: readonly string[];
  currency: string;
  total: Amount | null;
}) {
  const t = useWords<typeof words>('making');
  const go = useGo();
  const invoice = draft.kind !== 'credit';
  return (
    <>
      {invoice && (
        <>
          <PartySelect label={t('seller')} kinds={['own']} required value={draft.sellerId} onChange={(sellerId) => set({ sellerId })} />
          <PartySelect
            label={t('buyer')}
            kinds={['customer', 'own']}
            required
            value={draft.buyerId}
            onChange={(buyerId) => set({ buyerId })}
          />
        </>
      )}
      <Select
        label={t('series')}
        required
        allowDeselect={false}
        value={draft.series === null ? null : String(draft.series)}
        data={series.map((one) => ({ value: String(one.id), label: `${one.name} (${one.pattern})` }))}
        placeholder={series.length === 0 ? t('noSeries') : ''}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        description={
          series.length === 0 ? (
            <button type="button" className="link" onClick={() => go('/settings', { tab: 'parties' })}>
              {t('toSeries')}
            </button>
          ) : undefined
        }
        onChange={(id) => id && set({ series: Number(id) })}
      />
      <DateInput label={t('date')} required value={draft.date} onChange={(date) => set({ date })} />
      {invoice && (
        <NumberInput
          label={t('termDays')}
          min={0}
          max={3650}
          allowDecimal={false}
          allowNegative={false}
          hideControls
          value={draft.termDays ?? ''}
          onChange={(days) => set({ termDays: typeof days === 'number' ? days : null })}
        />
      )}
      <FxFields fx={draft.fx} currency={currency} currencies={currencies} total={total} onChange={(fx) => set({ fx })} />
      {invoice && (
        <>
          <TextInput
            label={t('orderReference')}
            value={draft.orderReference}
            maxLength={200}
            onChange={(event) => set({ orderReference: event.currentTarget.value })}
          />
          <TextInput
            label={t('buyerReference')}
            value={draft.buyerReference}
            maxLength={200}
            onChange={(event) => set({ buyerReference: event.currentTarget.value })}
          />
        </>
      )}
      <Wide>
        <Textarea
          label={t('note')}
          autosize
          minRows={1}
          maxLength={4000}
          value={draft.note}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
      </Wide>
    </>
  );
}
