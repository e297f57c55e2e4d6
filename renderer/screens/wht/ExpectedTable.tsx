import { Button } from '@mantine/core';
import { IconCertificate } from '@tabler/icons-react';
import type { Invoice } from '../../../services/contract/invoices.ts';
import { useCall, type CallState } from '../../app/hooks.ts';
import { useGo } from '../../app/place.ts';
import { rowsOf } from '../../app/usePages.ts';
import { useLanguage, useWordOf, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/wht.json';
import { Amount, DataTable, EmptyState, Ident, StatusMark, type DataColumn } from '../../ui/index.ts';
import { onlyCurrency } from '../documents/currency.ts';
import { daysSincePaid, lastPaid } from '../documents/expected.ts';
import { invoiceKey, today } from '../documents/keys.ts';
import { say } from '../tax/say.ts';
import { shareOfNet } from './certificate-draft.ts';

/** Invoices paid net without a certificate: what was withheld, as far as one can tell, and for how long it has been missing. */
export function ExpectedTable({ invoices, state }: { invoices: readonly Invoice[]; state: CallState<unknown> }) {
  const t = useWords<typeof words>('wht');
  const common = useWordOf('common');
  const go = useGo();
  const currency = onlyCurrency(invoices);
  const day = today();
  const enter = (row: Invoice): void => go('/wht', { new: '1', invoice: invoiceKey(row) });
  const amount = (id: 'total' | 'paid' | 'open', header: string): DataColumn<Invoice> => ({
    id,
    header,
    kind: 'amount',
    currency,
    value: (row) => row[id],
    width: 108,
    ...(currency === null ? { render: (row: Invoice) => <Amount value={row[id]} currency={row.currency} column={2} /> } : {}),
  });
  const columns: DataColumn<Invoice>[] = [
    {
      id: 'number',
      header: t('invoice'),
      kind: 'ident',
      value: (row) => row.number,
      grow: true,
      width: 144,
      render: (row) => (
        <button
          type="button"
          className="link"
          onClick={(event) => {
            event.stopPropagation();
            go('/invoices', { doc: invoiceKey(row) });
          }}
        >
          <Ident value={row.number} />
        </button>
      ),
    },
    { id: 'vendor', header: t('vendor'), value: (row) => common(`vendor.${row.vendor}`), width: 112 },
    { id: 'date', header: t('invoiceDate'), kind: 'date', value: (row) => row.date, width: 104 },
    { id: 'paidOn', header: t('paidOn'), kind: 'date', value: lastPaid, width: 90 },
    ...(currency === null
      ? [{ id: 'currency', header: t('currency'), value: (row: Invoice) => row.currency, width: 82 } satisfies DataColumn<Invoice>]
      : []),
    amount('total', t('invoiceTotal')),
    amount('paid', t('paid')),
    amount('open', t('withheldPresumed')),
    {
      id: 'share',
      header: t('ofNet'),
      align: 'end',
      value: (row) => shareOfNet(row.open, row.net),
      width: 76,
      render: (row) => {
        const share = shareOfNet(row.open, row.net);
        return share === null ? null : `${share} %`;
      },
    },
    {
      id: 'days',
      header: t('daysSince'),
      kind: 'count',
      value: (row) => daysSincePaid(row, day),
      width: 116,
      render: (row) => <StatusMark mark="due" label={t('days', { count: daysSincePaid(row, day) ?? 0 })} />,
    },
    {
      id: 'enter',
      header: t('enter'),
      value: () => null,
      sortable: false,
      width: 96,
      align: 'end',
      render: (row) => (
        <Button
          size="compact-xs"
          variant="light"
          onClick={(event) => {
            event.stopPropagation();
            enter(row);
          }}
        >
          {t('enter')}
        </Button>
      ),
    },
  ];
  return (
    <DataTable
      id="wht-expected"
      label={t('expected')}
      columns={columns}
      rowId={invoiceKey}
      onOpen={enter}
      source={rowsOf(invoices, { loading: state.loading, error: state.error, retry: state.retry })}
      toolbar={<Deadline />}
      empty={<EmptyState icon={IconCertificate} title={t('noneExpected')} text={t('noneExpectedText')} />}
    />
  );
}

/** The deadline that the rule of the book's country prints, if any. */
function Deadline() {
  const t = useWords<typeof words>('wht');
  const language = useLanguage();
  const book = useCall('book/info', {});
  const b = book.data;
  const quote = useCall(
    'tax/quote',
    {
      country: b?.country ?? 'XX',
      entity: b?.entity ?? 'XX',
      status: b?.customerStatus ?? 'any',
      region: b?.region ?? null,
      date: today(),
      amount: '0',
      currency: b?.currency ?? 'USD',
      whtRate: null,
    },
    { enabled: Boolean(b) },
  );
  const due = quote.data?.wht?.due;
  return (
    <span className="dim">
      {t('expectedText')}
      {due ? ` ${t('deadline', { due: say(due, language), rule: quote.data?.whtRule?.id ?? '' })}` : ''}
    </span>
  );
}
