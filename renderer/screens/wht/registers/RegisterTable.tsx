import { IconBook2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { unwrap } from '../../../../domain/result.ts';
import type { Output } from '../../../../services/contract/index.ts';
import type { WhtRegisterRow } from '../../../../services/contract/wht-registers.ts';
import type { useCall } from '../../../app/hooks.ts';
import { useGo } from '../../../app/place.ts';
import { usePages } from '../../../app/usePages.ts';
import { bridge } from '../../../host/bridge.ts';
import { Amount, DataTable, EmptyState, type Totals } from '../../../ui/index.ts';
import { useRegisterColumns } from './columns.tsx';
import type { RegisterChoice } from './useChoice.ts';
import { useRegisterWords, type RegisterWords } from './useRegisterWords.ts';
import '../../invoices/statements/statements.css';

type Head = Output<'wht/register'>;

/** Lines of the certificates of the range, with sums per currency; drafts stand last and have sums of their own. */
export function RegisterTable({
  input,
  tools,
  head,
}: {
  input: RegisterChoice['input'];
  tools: ReactNode;
  head: ReturnType<typeof useCall<'wht/register'>>;
}) {
  const words = useRegisterWords();
  const { t } = words;
  const go = useGo();
  const columns = useRegisterColumns(words);
  const source = usePages<WhtRegisterRow>({
    key: ['wht/register', input],
    fetch: (offset, limit, signal) =>
      bridge()
        .call('wht/register', { ...input, offset, limit }, { signal })
        .then(unwrap),
  });
  return (
    <>
      <DataTable
        id="wht-register"
        label={t('register')}
        columns={columns}
        source={source}
        rowId={(row) => `${row.id} ${row.line}`}
        onOpen={(row) => go('/wht', { doc: row.number })}
        rowClass={(row) => (row.standing === 'out' ? 'void' : undefined)}
        totals={head.data ? totalsOf(head.data, words) : []}
        toolbar={tools}
        empty={<EmptyState icon={IconBook2} title={t('empty')} text={t('emptyText')} />}
      />
      {head.data && head.data.count > 0 && <Notes head={head.data} words={words} />}
    </>
  );
}

const totalsOf = (head: Head, { t }: RegisterWords): Totals[] => [
  ...head.totals.map((total): Totals => ({
    label: t(total.standing === 'draft' ? 'draftsOf' : 'totalOf', { currency: total.currency, count: total.certificates }),
    values: { base: total.base, tax: total.tax, total: total.total, amount: total.amount },
  })),
  ...(head.invoices.length === 1 && head.invoices[0]!.currency === head.totals[0]?.currency
    ? []
    : head.invoices.map((i): Totals => ({ label: t('invoicesOf', { currency: i.currency }), values: { payAmount: i.payAmount } }))),
];

/** What is not in the sums, and what the lines add up to by form. */
function Notes({ head, words: { t, of, form, country } }: { head: Head; words: RegisterWords }) {
  const own = head.breakdown.filter((b) => b.by === 'all');
  const name = (b: (typeof own)[number]): string =>
    [
      b.country === null ? null : country(b.country),
      b.form === null ? t('noForm') : form(b.form),
      b.category === null ? t('noIncome') : of(`categories.${b.category}`),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <div className="statement-notes dim">
      {own.map((b) => (
        <span key={`${b.country} ${b.form} ${b.category} ${b.currency}`}>
          {name(b)}: <Amount value={b.tax} currency={b.currency} showCurrency />
        </span>
      ))}
      {head.out > 0 && <span>{t('out', { count: head.out })}</span>}
      {head.withoutDay > 0 && <span>{t('withoutDay', { count: head.withoutDay })}</span>}
    </div>
  );
}
