import { useMemo } from 'react';
import type { SelfAccountRow } from '../../../../services/contract/self-account.ts';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/selfAccount.json';
import { Amount, Ident, StatusMark, type DataColumn } from '../../../ui/index.ts';

/** Columns of the worksheet. `currency` and `local`: the one of all rows; null gives each row its own. */
export function useWorksheetColumns(currency: string | null, local: string | null): DataColumn<SelfAccountRow>[] {
  const t = useWords<typeof words>('selfAccount');
  const common = useWordOf('common');
  return useMemo(() => {
    const money = (
      id: string,
      header: string,
      shared: string | null,
      value: (row: SelfAccountRow) => string | null,
      unit: (row: SelfAccountRow) => string,
    ): DataColumn<SelfAccountRow> => ({
      id,
      header,
      kind: 'amount',
      currency: shared,
      value,
      width: id.startsWith('local') ? 124 : 108,
      ...(shared === null
        ? { render: (row) => (value(row) === null ? null : <Amount value={value(row)} currency={unit(row)} column={2} showCurrency />) }
        : {}),
    });
    const own = (row: SelfAccountRow): string => row.currency;
    const there = (row: SelfAccountRow): string => row.local.currency;
    return [
      {
        id: 'number',
        header: t('number'),
        kind: 'ident',
        value: (row) => row.number,
        width: 146,
        render: (row) => <Ident value={row.number} />,
        pinned: true,
      },
      { id: 'date', header: t('date'), kind: 'date', value: (row) => row.date },
      { id: 'vendor', header: t('vendor'), value: (row) => common(`vendor.${row.vendor}`), width: 120, hidden: true },
      { id: 'entity', header: t('entity'), value: (row) => row.entity, width: 120, hidden: true },
      { id: 'country', header: t('countryShort'), value: (row) => row.country, width: 72 },
      { id: 'treatment', header: t('treatment'), value: (row) => t(`treatments.${row.treatment}`), width: 138, grow: true },
      { id: 'code', header: t('code'), value: (row) => row.code, width: 52 },
      money('base', t('base'), currency, (row) => row.base, own),
      {
        id: 'rate',
        header: t('rate'),
        align: 'end',
        value: (row) => row.rate?.ratePct ?? null,
        width: 104,
        render: (row) => (row.rate ? `${row.rate.ratePct} %` : <StatusMark mark="missing" label={t('noRate')} />),
      },
      money('tax', t('tax'), currency, (row) => row.tax, own),
      money('localBase', t('localBase'), local, (row) => row.local.base, there),
      money('localTax', t('localTax'), local, (row) => row.local.tax, there),
      { id: 'box', header: t('box'), value: (row) => row.box, width: 120, hidden: true },
    ];
  }, [common, currency, local, t]);
}
