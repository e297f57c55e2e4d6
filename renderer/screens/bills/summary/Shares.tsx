import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { HeldTo } from '../../../app/held-to.ts';
import { amountText, Chart, drawable, minorPlaces, treemapOption } from '../../../ui/index.ts';
import { useBillWords } from '../words.ts';
import type { SummaryData } from './card.ts';
import { useOpenLines } from './useOpenLines.ts';

type Group = SummaryData['byVendor'][number]['groups'][number];

/** The parts of the period as areas; one opens its lines. Credits have no area and stand in the table. */
export function Shares({
  groups,
  column,
  currency,
  account,
  title,
}: {
  groups: readonly Group[];
  column: string;
  currency: string;
  account: HeldTo;
  title: string;
}) {
  const { column: columnWord, value } = useBillWords();
  const open = useOpenLines(account);
  const navigate = useNavigate();
  const places = minorPlaces(currency);
  const parts = useMemo(
    () =>
      groups.flatMap((group) =>
        group.amounts.payable === null ? [] : [{ name: value(column, group.label), amount: group.amounts.payable, group }],
      ),
    [groups, column, value],
  );
  const option = useMemo(
    () =>
      treemapOption(parts, (name) => {
        const part = parts.find((p) => p.name === name);
        return part ? `${name}\n${amountText(part.amount, places)} ${currency}` : name;
      }),
    [parts, places, currency],
  );
  if (drawable(parts).length < 2) return null;
  return (
    <Chart
      name={`${column}-${currency}`}
      label={title}
      height={190}
      option={option}
      table={{
        columns: [columnWord(column), `${columnWord('payable')} ${currency}`],
        rows: parts.map((part) => [part.name, amountText(part.amount, places)]),
      }}
      onSelect={(name) => {
        const part = parts.find((p) => p.name === name);
        if (part) void navigate(open(part.group.filter));
      }}
    />
  );
}
