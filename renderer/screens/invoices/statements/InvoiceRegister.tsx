import { IconBook2 } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { unwrap } from '../../../../domain/result.ts';
import type { Input } from '../../../../services/contract/index.ts';
import type { RegisterRow } from '../../../../services/contract/statements.ts';
import { useCall } from '../../../app/hooks.ts';
import { useGo } from '../../../app/place.ts';
import { usePages } from '../../../app/usePages.ts';
import { bridge } from '../../../host/bridge.ts';
import { Amount, DataTable, EmptyState, Ident, StatusMark, type DataColumn, type Totals } from '../../../ui/index.ts';
import { invoiceKey } from '../../documents/keys.ts';
import { MARKS } from '../status.ts';
import { textColumn } from './text-column.ts';
import { useStatementWords, type StatementWords } from './words.ts';

export type RegisterQuery = Omit<Input<'invoices/register'>, 'offset' | 'limit'>;

/** Documents of the range, each with its tax as stated and by rule. */
export function InvoiceRegister({ input, tools }: { input: RegisterQuery; tools: ReactNode }) {
  const words = useStatementWords();
  const { t } = words;
  const go = useGo();
  const source = usePages<RegisterRow>({
    key: ['invoices/register', input],
    fetch: (offset, limit, signal) =>
      bridge()
        .call('invoices/register', { ...input, offset, limit }, { signal })
        .then(unwrap),
  });
  const head = useCall('invoices/register', { ...input, limit: 1 }, { keep: true });
  const columns = useRegisterColumns(words);
  const totals = (head.data?.totals ?? []).map((total): Totals => ({
    label: [
      t('register.totalOf', { what: `${t(`kind.${total.kind}`)} ${total.currency}`, count: total.count }),
      total.voids > 0 ? t('register.voids', { count: total.voids }) : '',
    ]
      .filter(Boolean)
      .join(' · '),
    values: { net: total.net, tax: total.tax, total: total.total },
  }));
  const local = (head.data?.local ?? []).map((l): Totals => ({
    label: t('register.local', { currency: l.currency }),
    values: { local: l.total },
  }));
  return (
    <>
      <DataTable
        id="invoice-register"
        label={t('register.invoices')}
        columns={columns}
        source={source}
        rowId={invoiceKey}
        onOpen={(row) => go('/invoices', { doc: invoiceKey(row) })}
        rowClass={(row) => (row.status === 'void' ? 'void' : undefined)}
        totals={[...totals, ...local]}
        toolbar={tools}
        empty={<EmptyState icon={IconBook2} title={t('register.empty')} text={t('register.emptyText')} />}
      />
      {(head.data?.withoutPeriod ?? 0) > 0 && (
        <p className="statement-notes dim">
          <span>{t('register.withoutPeriod', { count: head.data!.withoutPeriod })}</span>
        </p>
      )}
    </>
  );
}

function useRegisterColumns({ t, of, vendor }: StatementWords): DataColumn<RegisterRow>[] {
  return useMemo(() => {
    const text = textColumn<RegisterRow>();
    const amount = (id: 'net' | 'tax' | 'total' | 'byRule' | 'difference', header: string): DataColumn<RegisterRow> => ({
      id,
      header,
      kind: 'amount',
      width: 98,
      sortable: false,
      value: (row) => row[id],
    });
    return [
      {
        id: 'number',
        header: t('fact.number'),
        kind: 'ident',
        width: 150,
        grow: true,
        sortable: false,
        value: (row) => row.number,
        render: (row) => (
          <span className="pair-numbers">
            <Ident value={row.number} length={20} />
            {row.kind === 'credit-note' && <span className="tag">{t('kind.credit-note')}</span>}
          </span>
        ),
      },
      text('kind', t('fact.kind'), (row) => t(`kind.${row.kind}`), 92, true),
      { id: 'date', header: t('fact.date'), kind: 'date', width: 92, sortable: false, value: (row) => row.date },
      text('vendor', t('fact.vendor'), (row) => row.seller ?? vendor(row.vendor), 108),
      {
        ...text('status', t('fact.status'), (row) => of(`status.${row.status}`), 100),
        render: (row) => <StatusMark mark={MARKS[row.status]} label={of(`status.${row.status}`)} />,
      },
      text('currency', t('currency'), (row) => row.currency, 80),
      amount('net', t('fact.net')),
      amount('tax', t('fact.tax')),
      amount('total', t('fact.total')),
      text('taxes', t('register.tax'), (row) => row.taxes.map(taxText).join(', ') || null, 84),
      amount('byRule', t('register.byRule')),
      {
        ...amount('difference', t('register.differenceShort')),
        help: t('register.difference'),
        render: (row) => <Amount value={row.difference} currency={row.currency} />,
      },
      text('known', t('register.known'), (row) => t(`register.knownBy.${row.basis}`), 128),
      {
        id: 'local',
        header: t('register.localAny'),
        kind: 'amount',
        width: 120,
        sortable: false,
        value: (row) => row.local?.total,
        render: (row) => <Amount value={row.local?.total} currency={row.local?.currency ?? null} showCurrency />,
      },
      text('type', t('fact.type'), (row) => t(`type.${row.type}`), 92, true),
      text('period', t('fact.period'), (row) => row.period, 96, true),
      text('due', t('fact.due'), (row) => row.due, 96, true),
      text('country', t('register.country'), (row) => row.country, 72, true),
      text('entity', t('fact.entity'), (row) => row.entity, 140, true),
      text('treatment', t('register.treatment'), (row) => treatmentText(row.treatment, of), 150, true),
      text('rule', t('register.rule'), (row) => row.rule, 120, true),
      text('buyer', t('buyer'), (row) => row.buyer, 160, true),
    ];
  }, [t, of, vendor]);
}

const taxText = ({ code, ratePct }: RegisterRow['taxes'][number]): string =>
  [code, ratePct === null ? '' : `${ratePct} %`].filter(Boolean).join(' ');

const KNOWN: ReadonlySet<string> = new Set(['charged', 'charged_customer_remits', 'not_charged', 'reverse_charge', 'shown_self_accounted']);
/** The treatment in words; a code that has none stays as it is. */
export const treatmentText = (treatment: string | null, of: StatementWords['of']): string | null =>
  treatment !== null && KNOWN.has(treatment) ? of(`register.treatments.${treatment}`) : treatment;
