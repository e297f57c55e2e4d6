import { Select, TextInput } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { AGE_EDGES, edgesOf } from '../../../../domain/invoices/ageing.ts';
import type { Output } from '../../../../services/contract/index.ts';
import type { AgeingRow } from '../../../../services/contract/statements.ts';
import { useCall } from '../../../app/hooks.ts';
import { useParam } from '../../../app/place.ts';
import { rowsOf } from '../../../app/usePages.ts';
import { amountText, DataTable, DateInput, EmptyState, minorPlaces, PageHeader, type DataColumn, type Totals } from '../../../ui/index.ts';
import { useWordOf } from '../../../i18n/index.ts';
import { InvoicesNav } from '../InvoicesNav.tsx';
import { AgeBar } from './AgeBar.tsx';
import { AgeChart } from './AgeChart.tsx';
import { AgeInspector } from './AgeInspector.tsx';
import { bucketNames, type Bucket } from './buckets.ts';
import { DirectionField, useDirection } from './DirectionField.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { dayOf } from './range.ts';
import { useStatementWords, type StatementWords } from './words.ts';
import './statements.css';

const KEYS = ['vendor', 'entity', 'party'] as const;
type AgeKey = (typeof KEYS)[number];
type Told = Output<'invoices/ageing'>;
const rowId = (row: AgeingRow): string => `${row.currency}:${row.key ?? ''}`;

/** What was open on a day, by how long it was past due; each row leads to its documents. */
export function Ageing() {
  const title = useWordOf('invoices');
  const words = useStatementWords();
  const { t } = words;
  const [direction, setDirection] = useDirection();
  const [asOfParam, setAsOf] = useParam('asOf');
  const [byParam, setBy] = useParam('by');
  const [edgesParam, setEdges] = useParam('edges');
  const [open, setOpen] = useParam('row');
  const by = KEYS.find((k) => k === byParam) ?? 'vendor';
  const input = { asOf: dayOf(asOfParam), direction, by, edges: edgesParam };
  const asked = useCall('invoices/ageing', input, { keep: true });
  const { data } = asked;
  const rows = data?.rows ?? [];
  const buckets = useMemo(() => (data ? bucketNames(data, t) : []), [data, t]);
  const columns = useAgeColumns(data, buckets, by, words);
  const opened = open === null ? undefined : rows.find((row) => rowId(row) === open);
  return (
    <div className="page">
      <PageHeader
        title={title('title')}
        status={<InvoicesNav />}
        actions={
          <ExportMenu name="export/ageing" input={input} what={t('ageing.title')} file={`ageing-${data?.asOf ?? ''}`} disabled={!data} />
        }
      />
      <DataTable
        id="ageing"
        label={t('ageing.title')}
        columns={columns}
        source={rowsOf(rows, asked)}
        rowId={rowId}
        onOpen={(row) => setOpen(rowId(row), { replace: open !== null })}
        activeId={open}
        totals={data?.totals.map((total): Totals => ({
          label: `${t('total')} ${total.currency}`,
          values: Object.fromEntries([...buckets.map((b) => [`b-${b.id}`, b.of(total)]), ['total', total.total]]),
        }))}
        toolbar={
          <>
            <DirectionField value={direction} onChange={setDirection} />
            <DateInput aria-label={t('ageing.asOf')} w={136} clearable={false} value={data?.asOf ?? input.asOf} onChange={setAsOf} />
            <Select
              aria-label={t('ageing.by')}
              w={170}
              allowDeselect={false}
              value={by}
              data={KEYS.map((key) => ({ value: key, label: t(`ageing.key.${key}`) }))}
              onChange={(value) => setBy(value === 'vendor' ? null : value)}
            />
            <EdgesField key={edgesParam} value={edgesParam} onChange={setEdges} />
          </>
        }
        empty={<EmptyState icon={IconClock} title={t('ageing.empty')} text={t('ageing.emptyText')} />}
      />
      {data && rows.length > 0 && <AgeChart data={data} buckets={buckets} />}
      {data && <Notes data={data} words={words} />}
      {opened && data && (
        <AgeInspector row={opened} data={data} input={input} buckets={buckets} onClose={() => setOpen(null, { replace: true })} />
      )}
    </div>
  );
}

/** The last days of the buckets; what is no rising list is told, and not taken. */
function EdgesField({ value, onChange }: { value: string | null; onChange: (value: string | null) => void }) {
  const { t } = useStatementWords();
  const usual = AGE_EDGES.join(',');
  const [text, setText] = useState(value ?? usual);
  const plain = text.replace(/\s/g, '');
  const good = plain === usual || edgesOf(plain) !== AGE_EDGES;
  const take = (): void => {
    if (good) onChange(plain === usual ? null : plain);
  };
  return (
    <TextInput
      aria-label={t('ageing.edges')}
      title={t('ageing.edges')}
      w={120}
      value={text}
      error={good ? undefined : t('ageing.edgesBad')}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
    />
  );
}

function Notes({ data, words: { t } }: { data: Told; words: StatementWords }) {
  const amount = (value: string, currency: string): string => amountText(value, minorPlaces(currency));
  return (
    <p className="statement-notes dim">
      {[
        t('ageing.dates'),
        ...data.calledPaid.map((c) =>
          t('ageing.calledPaid', { count: c.count, amount: amount(c.amount, c.currency), currency: c.currency }),
        ),
        ...(data.notIssued > 0 ? [t('ageing.notIssued', { count: data.notIssued })] : []),
        ...data.unallocated.map((u) => t('ageing.unallocated', { amount: amount(u.amount, u.currency), currency: u.currency })),
      ].map((note) => (
        <span key={note}>{note}</span>
      ))}
    </p>
  );
}

function useAgeColumns(
  data: Told | undefined,
  buckets: readonly Bucket[],
  by: AgeKey,
  { t, vendor }: StatementWords,
): DataColumn<AgeingRow>[] {
  return useMemo(() => {
    const name = (row: AgeingRow): string => (row.key === null ? t('unnamed') : by === 'vendor' ? vendor(row.key) : (row.label ?? row.key));
    const foreign = data?.rows.some((row) => row.currency !== data.into) ?? false;
    return [
      { id: 'name', header: t(`ageing.key.${by}`), width: 140, grow: true, value: name },
      { id: 'currency', header: t('currency'), width: 82, value: (row) => row.currency },
      { id: 'total', header: t('fact.open'), kind: 'amount', width: 112, value: (row) => row.total },
      {
        id: 'share',
        header: t('ageing.share'),
        width: 84,
        sortable: false,
        value: () => null,
        render: (row) => <AgeBar row={row} buckets={buckets} />,
      },
      ...buckets.map((b): DataColumn<AgeingRow> => ({ id: `b-${b.id}`, header: b.label, kind: 'amount', width: 106, value: b.of })),
      { id: 'count', header: t('ageing.count'), kind: 'count', width: 98, value: (row) => row.count },
      ...(foreign && data
        ? ([
            {
              id: 'rate',
              header: t('ageing.rate'),
              kind: 'amount',
              width: 90,
              value: (row) => row.rate?.rate,
              render: (row) =>
                row.rate ? <span title={t('ageing.rateFrom', { period: row.rate.period ?? '' })}>{row.rate.rate}</span> : null,
            },
            {
              id: 'converted',
              header: t('ageing.converted', { currency: data.into }),
              kind: 'amount',
              width: 116,
              value: (row) => row.converted,
            },
          ] satisfies DataColumn<AgeingRow>[])
        : []),
    ];
  }, [data, buckets, by, t, vendor]);
}
