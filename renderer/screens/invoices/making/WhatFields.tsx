import { MultiSelect, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useCall } from '../../../app/hooks.ts';
import { useGo, usePeriod } from '../../../app/place.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/making.json';
import { AmountInput, FilterChip, Wide } from '../../../ui/index.ts';
import { GROUP_COLUMNS } from '../../bills/details/filter-columns.ts';
import type { DetailsState } from '../../bills/details/useDetails.ts';
import { detailsParams } from '../../bills/place.ts';
import { useBillWords } from '../../bills/words.ts';
import { payable } from '../../../../domain/invoices/states.ts';
import { KINDS, type MakeDraft } from './make-draft.ts';

interface Props {
  draft: MakeDraft;
  set: (part: Partial<MakeDraft>) => void;
  selection: DetailsState;
}

/** What the document is made of. */
export function WhatFields({ draft, set, selection }: Props) {
  const t = useWords<typeof words>('making');
  return (
    <>
      <Wide>
        <SegmentedControl
          aria-label={t('kind')}
          value={draft.kind}
          data={KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
          onChange={(value) => set({ kind: KINDS.find((kind) => kind === value) ?? 'monthly' })}
        />
        <p className="field-hint dim">{t(`kindHints.${draft.kind}`)}</p>
      </Wide>
      {draft.kind === 'monthly' && <Bills draft={draft} set={set} selection={selection} />}
      {draft.kind === 'order' && (
        <>
          <TextInput
            label={t('orderId')}
            required
            value={draft.orderId}
            maxLength={200}
            onChange={(event) => set({ orderId: event.currentTarget.value })}
          />
          <GroupBy draft={draft} set={set} />
        </>
      )}
      {draft.kind === 'top-up' && <TopUp draft={draft} set={set} />}
      {draft.kind === 'credit' && <Credit draft={draft} set={set} selection={selection} />}
    </>
  );
}

/** The selection of bill lines, as the details screen has it: period, currency and conditions; it is changed there. */
function Bills({ draft, set, selection }: Props) {
  const t = useWords<typeof words>('making');
  const { column, condition } = useBillWords();
  const go = useGo();
  const book = useCall('book/info', {});
  const { period, setPeriod } = usePeriod();
  const { place, change, currency, currencies } = selection;
  const long = place.allPeriods || place.range !== null;
  const { period: own, search, hideZero } = selection.linesScope ?? { period: null, search: '', hideZero: false };
  return (
    <>
      {long ? (
        <TextInput
          label={t('period')}
          readOnly
          value={place.range ? `${place.range.from ?? ''} – ${place.range.to ?? ''}` : t('allPeriods')}
        />
      ) : (
        <Select
          label={t('period')}
          required
          allowDeselect={false}
          value={period}
          data={[...new Set([...(book.data?.periods ?? []), ...(period ? [period] : [])])].toSorted().reverse()}
          onChange={(value) => value && setPeriod(value)}
        />
      )}
      <Select
        label={t('currency')}
        allowDeselect={false}
        value={currency}
        data={[...new Set([...currencies.map((c) => c.code), ...(currency ? [currency] : [])])]}
        onChange={(code) => change({ currency: code }, { replace: true })}
      />
      <GroupBy draft={draft} set={set} />
      <Wide>
        <div className="make-selection">
          <span className="dim">{t('selection')}</span>
          {place.where.map((filter, i) => (
            <FilterChip
              key={`${filter.column}-${i}`}
              name={column(filter.column)}
              value={condition(filter)}
              onRemove={() => change({ where: place.where.filter((other) => other !== filter) }, { replace: true })}
            />
          ))}
          {search !== '' && <FilterChip name={t('search')} value={search} onRemove={() => change({ search: '' }, { replace: true })} />}
          {hideZero && <FilterChip name={t('hideZero')} value="" onRemove={() => change({ hideZero: false }, { replace: true })} />}
          {place.where.length === 0 && search === '' && <span>{t('allLines')}</span>}
          <button
            type="button"
            className="link"
            onClick={() => go('/bills/details', { ...detailsParams({ ...place, view: null }), ...(own ? { period: own } : {}) })}
          >
            {t('chooseLines')}
          </button>
        </div>
      </Wide>
    </>
  );
}

function GroupBy({ draft, set }: Pick<Props, 'draft' | 'set'>) {
  const t = useWords<typeof words>('making');
  const { column } = useBillWords();
  return (
    <MultiSelect
      label={t('groupBy')}
      required
      maxValues={3}
      searchable
      value={draft.groupBy}
      data={[...new Set([...GROUP_COLUMNS, ...draft.groupBy])]
        .filter((name) => name !== 'currency')
        .map((name) => ({ value: name, label: column(name) }))}
      onChange={(groupBy) => set({ groupBy })}
    />
  );
}

function TopUp({ draft, set }: Pick<Props, 'draft' | 'set'>) {
  const t = useWords<typeof words>('making');
  const payments = useCall('payments/list', {});
  const open = (payments.data ?? []).filter((payment) => payment.status === 'active');
  return (
    <Wide>
      <Select
        label={t('payment')}
        required
        searchable
        value={draft.payment === null ? null : String(draft.payment)}
        data={open.map((p) => ({ value: String(p.id), label: `${p.date} · ${p.reference} · ${p.amount} ${p.currency}` }))}
        placeholder={open.length === 0 ? t('noPayment') : t('choose')}
        onChange={(id) => set({ payment: id === null ? null : Number(id) })}
      />
    </Wide>
  );
}

function Credit({ draft, set, selection }: Props) {
  const t = useWords<typeof words>('making');
  const issued = useCall('invoices/list', { direction: 'issued' });
  const invoices = (issued.data?.invoices ?? []).filter((i) => i.kind === 'invoice' && payable('', i.status).ok);
  const chosen = invoices.find((i) => i.number === draft.credited);
  return (
    <>
      <Select
        label={t('creditedInvoice')}
        required
        searchable
        value={draft.credited === '' ? null : draft.credited}
        data={invoices.map((i) => ({ value: i.number, label: `${i.number} · ${i.buyer?.name ?? ''} · ${i.total} ${i.currency}` }))}
        placeholder={invoices.length === 0 ? t('noIssued') : t('choose')}
        onChange={(number) => set({ credited: number ?? '' })}
      />
      <Select
        label={t('creditBy')}
        allowDeselect={false}
        value={draft.creditBy}
        data={(['all', 'part', 'refunds'] as const).map((by) => ({ value: by, label: t(`creditKinds.${by}`) }))}
        onChange={(by) => set({ creditBy: by === 'part' || by === 'refunds' ? by : 'all' })}
      />
      {draft.creditBy === 'part' && (
        <AmountInput
          label={t('creditNet')}
          required
          value={draft.creditNet}
          currency={chosen?.currency ?? null}
          onChange={(creditNet) => set({ creditNet })}
        />
      )}
      {draft.creditBy === 'refunds' && <Bills draft={draft} set={set} selection={selection} />}
      <Wide>
        <TextInput
          label={t('reason')}
          required
          value={draft.reason}
          maxLength={1000}
          onChange={(event) => set({ reason: event.currentTarget.value })}
        />
      </Wide>
    </>
  );
}
