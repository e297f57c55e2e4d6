import { IconBook2 } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { unwrap } from '../../../../domain/result.ts';
import type { TaxRegisterRow } from '../../../../services/contract/statements.ts';
import { useCall } from '../../../app/hooks.ts';
import { useGo } from '../../../app/place.ts';
import { usePages } from '../../../app/usePages.ts';
import { bridge } from '../../../host/bridge.ts';
import { DataTable, EmptyState, Ident, type DataColumn, type Totals } from '../../../ui/index.ts';
import { invoiceKey } from '../../documents/keys.ts';
import { treatmentText, type RegisterQuery } from './InvoiceRegister.tsx';
import { textColumn } from './text-column.ts';
import { useStatementWords, type StatementWords } from './words.ts';

/** Each tax of each document of the range, held against rule × base, with totals by tax. */
export function TaxRegister({ input, tools }: { input: RegisterQuery; tools: ReactNode }) {
  const words = useStatementWords();
  const { t, of } = words;
  const go = useGo();
  const source = usePages<TaxRegisterRow>({
    key: ['invoices/taxRegister', input],
    fetch: (offset, limit, signal) =>
      bridge()
        .call('invoices/taxRegister', { ...input, offset, limit }, { signal })
        .then(unwrap),
  });
  const head = useCall('invoices/taxRegister', { ...input, limit: 1 }, { keep: true });
  const columns = useTaxColumns(words);
  const totals = (head.data?.totals ?? []).map((total): Totals => ({
    label: t('register.totalOf', {
      what: [
        total.country,
        total.code || t('register.knownBy.none'),
        total.ratePct === null ? null : `${total.ratePct} %`,
        treatmentText(total.treatment, of),
        total.currency,
      ]
        .filter(Boolean)
        .join(' '),
      count: total.count,
    }),
    values: { base: total.base, stated: total.stated, byRule: total.byRule, difference: total.difference },
  }));
  return (
    <DataTable
      id="tax-register"
      label={t('register.taxes')}
      columns={columns}
      source={source}
      rowId={(row) => `${invoiceKey(row)} ${row.code} ${row.ratePct ?? ''}`}
      onOpen={(row) => go('/invoices', { doc: invoiceKey(row) })}
      rowClass={(row) => (row.status === 'void' ? 'void' : undefined)}
      totals={totals}
      toolbar={tools}
      empty={<EmptyState icon={IconBook2} title={t('register.empty')} text={t('register.emptyText')} />}
    />
  );
}

function useTaxColumns({ t, of, vendor }: StatementWords): DataColumn<TaxRegisterRow>[] {
  return useMemo(() => {
    const text = textColumn<TaxRegisterRow>();
    const amount = (id: 'base' | 'stated' | 'exact' | 'byRule' | 'difference', header: string): DataColumn<TaxRegisterRow> => ({
      id,
      header,
      kind: 'amount',
      width: 100,
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
        render: (row) => <Ident value={row.number} length={22} />,
      },
      { id: 'date', header: t('fact.date'), kind: 'date', width: 92, sortable: false, value: (row) => row.date },
      text('vendor', t('fact.vendor'), (row) => vendor(row.vendor), 104),
      text('status', t('fact.status'), (row) => of(`status.${row.status}`), 88, true),
      text('country', t('register.country'), (row) => row.country, 72),
      text('code', t('register.tax'), (row) => row.code || null, 64),
      {
        id: 'ratePct',
        header: t('register.rate'),
        kind: 'amount',
        width: 76,
        sortable: false,
        value: (row) => row.ratePct,
        render: (row) => row.ratePct,
      },
      text('treatment', t('register.treatment'), (row) => treatmentText(row.treatment, of), 108),
      text('currency', t('currency'), (row) => row.currency, 80),
      amount('base', t('register.base')),
      amount('stated', t('register.stated')),
      amount('exact', t('register.exact')),
      amount('byRule', t('register.byRule')),
      { ...amount('difference', t('register.differenceShort')), help: t('register.difference') },
      text('rule', t('register.rule'), (row) => row.rule, 92),
      text('known', t('register.known'), (row) => t(`register.knownBy.${row.partBasis}`), 128),
      text('period', t('fact.period'), (row) => row.period, 96, true),
      text('policy', t('register.byRule'), (row) => row.policy, 120, true),
    ];
  }, [t, of, vendor]);
}
