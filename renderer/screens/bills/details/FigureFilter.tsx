import { Button, Loader } from '@mantine/core';
import { useState } from 'react';
import type { Filter } from '../../../../services/contract/bills.ts';
import { grouped } from '../../../app/duration.ts';
import { useCall } from '../../../app/hooks.ts';
import { AmountInput, ErrorState, amountText } from '../../../ui/index.ts';
import { useDetailWords } from '../detail-words.ts';
import type { Scope } from '../place.ts';
import { useBillWords } from '../words.ts';
import { rangeFilters, rangeOf } from './filter-range.ts';

/**
 * A figure between two exact amounts, both inclusive and either left out; or missing, or there at all. Beside them, how many lines
 * there are of each sign and size.
 */
export function FigureFilter({
  column,
  current,
  scope,
  onSet,
}: {
  column: string;
  current: readonly Filter[];
  scope: Scope;
  onSet: (conditions: Filter[]) => void;
}) {
  const { t } = useBillWords();
  const d = useDetailWords();
  const now = rangeOf(current);
  const [from, setFrom] = useState<string | null>(now.from);
  const [to, setTo] = useState<string | null>(now.to);
  const spread = useCall('bills/spread', { ...scope, column }, { keep: true });
  const parts = spread.data?.parts ?? [];
  const present = parts.reduce((sum, part) => sum + part.lines, 0);
  const name = (part: (typeof parts)[number]): string =>
    part.from === null
      ? d('negative')
      : part.from === '0' && part.to === '0'
        ? d('zero')
        : part.to === null
          ? `≥ ${amountText(part.from, 0)}`
          : part.from === '0.0000000001'
            ? d('below', { to: 1 })
            : d('upTo', { from: amountText(part.from, 0), to: next(part.to) });
  const item = (key: string, words: string, lines: number, conditions: Filter[]) => (
    <li key={key}>
      <button type="button" aria-pressed={JSON.stringify(conditions) === JSON.stringify(current)} onClick={() => onSet(conditions)}>
        <span>{words}</span>
        <span className="dim">{grouped(lines)}</span>
      </button>
    </li>
  );
  return (
    <form
      className="filter-figure"
      onSubmit={(event) => {
        event.preventDefault();
        onSet(rangeFilters(column, from, to));
      }}
    >
      <div className="filter-range">
        <AmountInput
          autoFocus
          data-autofocus
          aria-label={d('from')}
          placeholder={spread.data?.least ?? d('from')}
          value={from}
          onChange={setFrom}
        />
        <span aria-hidden="true">–</span>
        <AmountInput aria-label={d('to')} placeholder={spread.data?.greatest ?? d('to')} value={to} onChange={setTo} />
      </div>
      <Button type="submit" fullWidth disabled={from === null && to === null && current.length === 0}>
        {t('apply')}
      </Button>
      {spread.error && <ErrorState error={spread.error} retry={spread.retry} />}
      {spread.loading && <Loader size="xs" aria-label={t('loading')} />}
      {spread.data && (
        <ul className="figure-parts" aria-label={d('sizes')}>
          {parts.map((part) => item(`${part.from}`, name(part), part.lines, rangeFilters(column, part.from, part.to)))}
          {item('missing', t('op.missing'), spread.data.missing, [{ column, op: 'missing', value: '' }])}
          {item('present', t('op.present'), present, [{ column, op: 'present', value: '' }])}
        </ul>
      )}
    </form>
  );
}

/** The bound that the next part begins with, as it is read: 9.9999999999 is “up to 10”. */
const next = (to: string): string =>
  amountText(
    to.replace(/^(9+)\.9+$/, (_, nines: string) => `1${'0'.repeat(nines.length)}`),
    0,
  );
