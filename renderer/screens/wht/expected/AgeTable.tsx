import { IconClock } from '@tabler/icons-react';
import { useMemo } from 'react';
import { AGE_BUCKETS } from '../../../../domain/wht/expected/state.ts';
import { sum } from '../../../../domain/money/amount.ts';
import type { Output } from '../../../../services/contract/index.ts';
import type { CallState } from '../../../app/hooks.ts';
import { rowsOf } from '../../../app/usePages.ts';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/whtExpected.json';
import { Amount, DataTable, EmptyState, type DataColumn, type Totals } from '../../../ui/index.ts';
import { useCountryName } from '../../tax/country-name.ts';
import type { ReactNode } from 'react';

type Group = Output<'wht/ageing'>['groups'][number];
export type AgeKey = 'country' | 'vendor' | 'period' | 'counterparty';

const cellOf = (group: Group, bucket: string) => group.cells.find((cell) => cell.bucket === bucket);

/** What is missing by age, a line for each group and currency; a line opens its invoices. */
export function AgeTable({
  by,
  state,
  onOpen,
  toolbar,
}: {
  by: AgeKey;
  state: CallState<Output<'wht/ageing'>>;
  onOpen: (key: string) => void;
  toolbar: ReactNode;
}) {
  const t = useWords<typeof words>('whtExpected');
  const common = useWordOf('common');
  const country = useCountryName();
  const groups = state.data?.groups ?? [];
  const columns = useMemo((): DataColumn<Group>[] => {
    const shown = AGE_BUCKETS.filter((bucket) => groups.some((group) => cellOf(group, bucket)));
    const named = (key: string): string =>
      key === '' ? t('none') : by === 'country' ? country(key) : by === 'vendor' ? common(`vendor.${key}`) : key;
    const figure = (id: 'open' | 'late', header: string): DataColumn<Group> => ({
      id,
      header,
      kind: 'amount',
      value: (group) => group[id],
      width: 104,
      render: (group) => <Amount value={group[id]} currency={group.currency} column={2} />,
    });
    return [
      { id: 'key', header: t(`by.${by}`), value: (group) => named(group.key), grow: true, width: 136, pinned: true },
      { id: 'currency', header: t('currency'), value: (group) => group.currency, width: 76 },
      ...shown.map((bucket): DataColumn<Group> => ({
        id: bucket,
        header: t(`bucket.${bucket}`),
        help: t(`bucketHelp.${bucket}`),
        kind: 'amount',
        width: 100,
        value: (group) => amountOf(group, bucket),
        render: (group) => {
          const cell = cellOf(group, bucket);
          if (!cell) return null;
          const unknown = cell.unknown > 0 ? t('unknown', { count: cell.unknown }) : undefined;
          return cell.unknown === cell.count ? (
            <span className="dim" title={unknown}>
              {cell.count} × ?
            </span>
          ) : (
            <span title={unknown}>
              <Amount value={cell.amount} currency={group.currency} column={2} />
            </span>
          );
        },
      })),
      figure('open', t('open')),
      figure('late', t('late')),
    ];
  }, [groups, by, t, common, country]);
  const totals = [...Map.groupBy(groups, (group) => group.currency)].map(([currency, own]): Totals => ({
    label: `${t('total')} ${currency}`,
    values: {
      ...Object.fromEntries(AGE_BUCKETS.map((bucket) => [bucket, totalOf(own, bucket)])),
      open: sum(own.map((g) => g.open)),
      late: sum(own.map((g) => g.late)),
    },
  }));
  return (
    <DataTable
      id={`wht-ageing-${by}`}
      label={t('title')}
      columns={columns}
      rowId={(group) => `${group.currency}:${group.key}`}
      source={rowsOf(groups, state)}
      onOpen={(group) => onOpen(group.key)}
      totals={totals}
      toolbar={toolbar}
      empty={<EmptyState icon={IconClock} title={t('notDueNow')} />}
    />
  );
}

/** Null where nothing is in the bucket, or nothing of it is known. */
function amountOf(group: Group, bucket: string): string | null {
  const cell = cellOf(group, bucket);
  return cell && cell.unknown < cell.count ? cell.amount : null;
}
/** Nothing where nothing is in the bucket; null where nothing of what is in it is known. */
function totalOf(groups: readonly Group[], bucket: string): string | null {
  const known = groups.map((group) => amountOf(group, bucket)).filter((amount) => amount !== null);
  return known.length === 0 && groups.some((group) => cellOf(group, bucket)) ? null : sum(known);
}
