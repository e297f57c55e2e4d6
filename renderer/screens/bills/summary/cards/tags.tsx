import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useCall } from '../../../../app/hooks.ts';
import { useWords } from '../../../../i18n/index.ts';
import type words from '../../../../i18n/en/summary.json';
import { exactly } from '../../place.ts';
import { vendorsIn, type CardProps, type SummaryCard } from '../card.ts';
import { QueryBreakdown } from '../QueryBreakdown.tsx';

/** Keys of `key:value;key:value` texts, the commonest first. */
export function keysOf(facets: readonly { value: string | null; lines: number }[]): string[] {
  const counts = new Map<string, number>();
  for (const { value, lines } of facets)
    for (const pair of (value ?? '').split(';')) {
      const key = pair.slice(0, Math.max(0, pair.indexOf(':'))).trim();
      if (key !== '') counts.set(key, (counts.get(key) ?? 0) + lines);
    }
  return [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([key]) => key);
}

/** Payable by the values of one tag. */
function TagsCard(props: CardProps) {
  const { data, vendor } = props;
  const t = useWords<typeof words>('summary');
  const where = vendor ? [exactly('vendor', vendor)] : [];
  const facets = useCall('bills/facets', { period: data.period, where, column: 'tags', limit: 1000 });
  const keys = useMemo(() => keysOf(facets.data ?? []), [facets.data]);
  const [chosen, setChosen] = useState<string | null>(null);
  const key = chosen !== null && keys.includes(chosen) ? chosen : keys[0];
  if (key === undefined) return null;
  return (
    <QueryBreakdown
      {...props}
      column={`tag:${key}`}
      word="card.tags"
      aside={<Select aria-label={t('tagKey')} size="xs" w={140} value={key} data={keys} allowDeselect={false} onChange={setChosen} />}
    />
  );
}

export const tags: SummaryCard = {
  id: 'tags',
  word: 'card.tags',
  vendors: ['tencent'],
  has: ({ data, currency }) => vendorsIn(data, currency).has('tencent'),
  Card: TagsCard,
};
