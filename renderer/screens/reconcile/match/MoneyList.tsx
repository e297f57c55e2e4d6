import { useEffect, useRef } from 'react';
import type { Output } from '../../../../services/contract/index.ts';
import { useActions } from '../../../actions/registry.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/match.json';
import { Amount, StatusMark, type Mark } from '../../../ui/index.ts';

type Row = Output<'match/list'>['rows'][number];

/** Money that is not matched yet; j and k walk through it. */
export function MoneyList({
  rows,
  all,
  chosen,
  onChoose,
}: {
  rows: readonly Row[];
  /** Also those beyond the rows. */
  all: number;
  chosen: string;
  onChoose: (key: string) => void;
}) {
  const t = useWords<typeof words>('match');
  const list = useRef<HTMLDivElement>(null);
  // Keys come faster than the address changes: a second press goes on from the first.
  const here = useRef(chosen);
  const move = (by: number): void => {
    const next = rows[rows.findIndex((r) => r.key === here.current) + by];
    if (!next) return;
    here.current = next.key;
    onChoose(next.key);
  };
  const step = (id: string, title: string, shortcut: string, by: number) =>
    ({ id, title, group: 'table', shortcut, quiet: true, predicate: () => rows.length > 1, perform: () => move(by) }) as const;
  useActions([
    step('match.next', t('next'), 'j', 1),
    step('match.previous', t('previous'), 'k', -1),
    step('match.nextRow', t('next'), 'arrowdown', 1),
    step('match.previousRow', t('previous'), 'arrowup', -1),
  ]);
  useEffect(() => {
    here.current = chosen;
    list.current?.querySelector('[aria-current=true]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <div className="mt-list" ref={list} role="region" aria-label={t('money')} tabIndex={0}>
      <ul>
        {rows.map((row) => (
          <li key={row.key}>
            <MoneyRow row={row} current={row.key === chosen} onChoose={() => onChoose(row.key)} />
          </li>
        ))}
      </ul>
      {all > rows.length && <p className="mt-note dim">{t('shown', { count: rows.length, all })}</p>}
    </div>
  );
}

/** Money out is below zero, as a statement prints it. */
export const signed = ({ direction, left }: Pick<Row, 'direction' | 'left'>): string => (direction === 'received' ? `-${left}` : left);

const MARKS: Readonly<Record<Row['outcome'], Mark>> = { one: 'pass', several: 'due', none: 'missing' };

function MoneyRow({ row, current, onChoose }: { row: Row; current: boolean; onChoose: () => void }) {
  const t = useWords<typeof words>('match');
  const { best, outcome } = row;
  const hint =
    outcome === 'none' || best === null ? t('none') : outcome === 'several' ? t('several') : (best.payment ?? best.invoices.join(', '));
  return (
    <button type="button" className="mt-row" aria-current={current} tabIndex={-1} onClick={onChoose}>
      <span className="mt-row-line">
        <span className="mt-who">{row.counterparty || row.reference || row.text || row.key}</span>
        <Amount value={signed(row)} currency={row.currency} showCurrency />
      </span>
      <span className="mt-row-line mt-sub">
        <span>{row.date}</span>
        <span className="mt-ref">{row.counterparty ? row.reference || row.text : row.kind === 'bank' ? row.text : ''}</span>
        <StatusMark mark={outcome === 'one' && best?.exact ? 'pass' : outcome === 'one' ? 'explained' : MARKS[outcome]} label={hint} />
      </span>
    </button>
  );
}
