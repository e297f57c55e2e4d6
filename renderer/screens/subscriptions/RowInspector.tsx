import { Loader } from '@mantine/core';
import { useRef, type ReactNode } from 'react';
import { registerList } from '../../../domain/registers/index.ts';
import type { Output } from '../../../services/contract/index.ts';
import type { RegisterColumn } from '../../../services/contract/registers.ts';
import { useActions } from '../../actions/registry.ts';
import { useCall } from '../../app/hooks.ts';
import { Amount, ErrorState, Facts, Ident, Inspector, InspectorPart } from '../../ui/index.ts';
import { WhereFrom } from '../bills/details/WhereFrom.tsx';
import '../bills/bills.css';
import { clockText } from './columns.ts';
import { useListWords } from './words.ts';

type Told = Output<'registers/row'>;

/** One row in full: what it says, and where it was read from. */
export function RowInspector({ id, onClose }: { id: number; onClose: () => void }) {
  const { t, title } = useListWords();
  const told = useCall('registers/row', { id }, { keep: true });
  const list = told.data && title(registerList(told.data.kind));
  const name = told.data && nameOf(told.data);
  return (
    <Inspector title={name ?? list ?? t('facts')} subtitle={name === undefined ? undefined : list} onClose={onClose}>
      {told.error && <ErrorState error={told.error} retry={told.retry} />}
      {told.loading && <Loader size="sm" aria-label={t('loading')} />}
      {told.data && !told.error && <Row told={told.data} />}
    </Inspector>
  );
}

/** What the row is called: the first of its shown names. */
const nameOf = ({ columns, row }: Told): string | undefined =>
  columns.flatMap(({ name, type, shown }) => (shown && (type === 'ident' || type === 'text') ? (row.values[name] ?? []) : []))[0];

function Row({ told }: { told: Told }) {
  const { t, title, vendor } = useListWords();
  const { columns, row, source } = told;
  const from = useRef<HTMLDivElement>(null);
  useActions([
    {
      id: 'subscriptions.source',
      title: t('showSource'),
      group: 'record',
      shortcut: 'e',
      perform: () => {
        from.current?.scrollIntoView({ block: 'start' });
        from.current?.focus();
      },
    },
  ]);
  return (
    <>
      <InspectorPart title={t('facts')}>
        <Facts
          items={[
            [t('vendor'), vendor(row.vendor)],
            ...columns.map((column): readonly [string, ReactNode] => [title(column), shown(column, row)]),
          ]}
        />
      </InspectorPart>
      <div ref={from} tabIndex={-1} className="inspector-part">
        <WhereFrom source={source} batch={row.batch} />
      </div>
    </>
  );
}

function shown({ name, type }: RegisterColumn, row: Told['row']): ReactNode {
  const value = row.values[name] ?? null;
  if (value === null) return null;
  switch (type) {
    case 'ident':
      return <Ident value={value} copy />;
    case 'money':
      return (
        <Amount
          value={value}
          currency={name === 'paidAmount' ? (row.values['paidCurrency'] ?? null) : row.currency}
          showCurrency
          plainZero
        />
      );
    case 'quantity':
    case 'number':
      return (
        <span className="amount" data-exact={value}>
          {value}
        </span>
      );
    case 'time': {
      const zone = value.slice(19);
      return `${clockText(value) ?? ''}${zone === '' ? '' : zone === 'Z' ? ' UTC' : ` UTC${zone}`}`;
    }
    default:
      return value;
  }
}
