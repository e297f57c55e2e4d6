import { SegmentedControl, Select } from '@mantine/core';
import { IconListDetails } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Output } from '../../../../services/contract/index.ts';
import type { StatementLine } from '../../../../services/contract/statements.ts';
import { useCall } from '../../../app/hooks.ts';
import { useGo, useParam } from '../../../app/place.ts';
import { rowsOf } from '../../../app/usePages.ts';
import { DataTable, EmptyState, Ident, PageHeader, type DataColumn, type Totals } from '../../../ui/index.ts';
import { invoiceKey, parseInvoiceKey } from '../../documents/keys.ts';
import { useWordOf } from '../../../i18n/index.ts';
import { InvoicesNav } from '../InvoicesNav.tsx';
import { DirectionField, useDirection } from './DirectionField.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { StatementNotes } from './StatementNotes.tsx';
import { RangeFields } from './RangeFields.tsx';
import { useRange } from './useRange.ts';
import { useStatementWords, type StatementWords } from './words.ts';
import './statements.css';

type Told = Output<'invoices/statement'>;
type Vendor = StatementLine['vendor'];
interface Row extends Omit<StatementLine, 'kind' | 'vendor' | 'amount'> {
  kind: StatementLine['kind'] | 'opening' | 'closing';
  vendor: Vendor | null;
  amount: string | null;
}

/** `vendor:huawei` or `party:3` of the address; the vendor with the most documents where it names nobody. */
function whoOf(
  text: string | null,
  choices: Pick<Told, 'vendors' | 'parties'> | undefined,
): { vendor: Vendor | null; party: number | null } {
  const party = /^party:(\d{1,9})$/.exec(text ?? '');
  if (party) return { vendor: null, party: Number(party[1]) };
  const vendor = parseInvoiceKey(`${(text ?? '').replace(/^vendor:/, '')}:x`)?.vendor ?? null;
  return { vendor: vendor ?? choices?.vendors[0]?.vendor ?? null, party: null };
}

/** Everything between two days that changed what is owed, with the balance after each. */
export function Statement() {
  const title = useWordOf('invoices');
  const words = useStatementWords();
  const { t, vendor: vendorName } = words;
  const go = useGo();
  const [direction, setDirection] = useDirection();
  const range = useRange();
  const [ofParam, setOf] = useParam('of');
  const [currencyParam, setCurrency] = useParam('currency');
  const days = range.turned ? { from: range.from, to: range.from } : { from: range.from, to: range.to };
  const choices = useCall('invoices/statement', { direction, ...days }, { keep: true });
  const who = whoOf(ofParam, choices.data);
  const input = { ...who, direction, ...days };
  const asked = useCall('invoices/statement', input, { enabled: who.vendor !== null || who.party !== null, keep: true });
  const statements = asked.data?.statements ?? [];
  const shown = statements.find((s) => s.currency === currencyParam) ?? statements[0];
  const rows = useMemo((): Row[] => (shown ? withEnds(shown, days) : []), [shown, days.from, days.to]);
  const columns = useStatementColumns(words, shown?.currency ?? null);
  const value = who.party === null ? (who.vendor === null ? null : `vendor:${who.vendor}`) : `party:${who.party}`;
  const none = choices.data !== undefined && choices.data.vendors.length === 0;
  return (
    <div className="page">
      <PageHeader
        title={title('title')}
        status={<InvoicesNav />}
        actions={
          <ExportMenu
            name="export/statement"
            input={input}
            what={t('statement.title')}
            file={`statement-${value?.replace(':', '-') ?? ''}-${days.from}-${days.to}`}
            disabled={value === null}
          />
        }
      />
      <DataTable
        id="statement"
        label={t('statement.title')}
        columns={columns}
        source={rowsOf(rows, asked)}
        rowId={(row) => `${row.date} ${row.kind} ${row.reference}`}
        onOpen={(row) => {
          const number = row.kind === 'payment' || row.kind === 'certificate' ? row.invoices[0] : row.reference;
          if (row.vendor && number) go('/invoices', { doc: invoiceKey({ vendor: row.vendor, number }) });
        }}
        rowClass={(row) => (row.kind === 'opening' || row.kind === 'closing' ? 'statement-end' : undefined)}
        totals={shown ? sumsOf(shown, words) : null}
        toolbar={
          <>
            <Select
              aria-label={t('statement.who')}
              w={200}
              allowDeselect={false}
              searchable
              value={value}
              data={[
                {
                  group: t('statement.vendors'),
                  items: (choices.data?.vendors ?? []).map((v) => ({ value: `vendor:${v.vendor}`, label: vendorName(v.vendor) })),
                },
                {
                  group: t('statement.parties'),
                  items: (choices.data?.parties ?? []).map((p) => ({ value: `party:${p.id}`, label: p.name })),
                },
              ].filter((g) => g.items.length > 0)}
              onChange={(next) => setOf(next)}
            />
            <DirectionField value={direction} onChange={setDirection} />
            <RangeFields range={range} />
            {statements.length > 1 && (
              <SegmentedControl
                aria-label={t('currency')}
                value={shown?.currency ?? ''}
                onChange={setCurrency}
                data={statements.map((s) => s.currency)}
              />
            )}
          </>
        }
        empty={
          <EmptyState
            icon={IconListDetails}
            title={none ? t('statement.none') : t('statement.empty')}
            text={none ? t('statement.noneText') : t('statement.emptyText')}
          />
        }
      />
      {asked.data && shown && <StatementNotes data={asked.data} shown={shown} />}
    </div>
  );
}

function withEnds(s: Told['statements'][number], { from, to }: { from: string; to: string }): Row[] {
  const end = (kind: 'opening' | 'closing', date: string, balance: string): Row => ({
    date,
    kind,
    reference: '',
    invoices: [],
    vendor: null,
    due: null,
    currency: s.currency,
    amount: null,
    balance,
  });
  return [end('opening', from, s.opening), ...s.lines, end('closing', to, s.closing)];
}

const KINDS = ['invoice', 'credit-note', 'certificate', 'payment', 'called-paid'] as const;
const sumsOf = ({ sums, currency }: Told['statements'][number], { t }: StatementWords): Totals[] =>
  KINDS.filter((kind) => sums[kind] !== '0').map((kind) => ({
    label: `${t('total')}: ${t(`statement.movement.${kind}`)} ${currency}`,
    values: { amount: sums[kind] },
  }));

function useStatementColumns({ t }: StatementWords, currency: string | null): DataColumn<Row>[] {
  return useMemo(() => {
    const kind = (row: Row): string =>
      row.kind === 'opening' || row.kind === 'closing' ? t(`statement.${row.kind}`) : t(`statement.movement.${row.kind}`);
    return [
      { id: 'date', header: t('fact.date'), kind: 'date', width: 112, sortable: false, value: (row) => row.date },
      { id: 'kind', header: t('fact.kind'), width: 150, sortable: false, value: kind },
      {
        id: 'reference',
        header: t('statement.reference'),
        kind: 'ident',
        width: 170,
        sortable: false,
        value: (row) => row.reference,
        render: (row) => (row.reference === '' ? null : <Ident value={row.reference} length={24} />),
      },
      {
        id: 'invoices',
        header: t('statement.invoices'),
        width: 150,
        grow: true,
        sortable: false,
        value: (row) => row.invoices.join(', ') || null,
      },
      { id: 'due', header: t('fact.due'), kind: 'date', width: 96, sortable: false, value: (row) => row.due },
      { id: 'amount', header: t('amount'), kind: 'amount', currency, width: 132, sortable: false, value: (row) => row.amount },
      { id: 'balance', header: t('statement.balance'), kind: 'amount', currency, width: 132, sortable: false, value: (row) => row.balance },
    ];
  }, [t, currency]);
}
