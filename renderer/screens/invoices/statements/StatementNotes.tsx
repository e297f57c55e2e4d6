import { isZero } from '../../../../domain/money/amount.ts';
import type { Output } from '../../../../services/contract/index.ts';
import { useTell } from '../../../i18n/told.ts';
import { amountText, minorPlaces } from '../../../ui/index.ts';
import { useStatementWords } from './words.ts';

type Told = Output<'invoices/statement'>;

/** What stands beside a statement: withheld and not certified, differences of currencies one by one, and what the vendor calls paid. */
export function StatementNotes({ data, shown }: { data: Told; shown: Told['statements'][number] }) {
  const { t } = useStatementWords();
  const { sentence } = useTell();
  const amount = (value: string, currency: string): string => amountText(value, minorPlaces(currency));
  const notes: [text: string, title?: string][] = [
    ...(isZero(shown.awaited)
      ? []
      : [[t('statement.awaited', { amount: amount(shown.awaited, shown.currency), currency: shown.currency })] as [string]]),
    ...shown.fx.map((f): [string, string] => [
      t('statement.fx', {
        number: f.certificate,
        kind: t(`statement.fxKind.${f.kind}`),
        amount: amount(f.difference, f.currency),
        currency: f.currency,
      }),
      sentence(f.step),
    ]),
    ...data.calledPaid.map((c): [string] => [
      t('ageing.calledPaid', { count: c.count, amount: amount(c.amount, c.currency), currency: c.currency }),
    ]),
  ];
  if (notes.length === 0) return null;
  return (
    <p className="statement-notes dim">
      {notes.map(([text, title]) => (
        <span key={text} title={title}>
          {text}
        </span>
      ))}
    </p>
  );
}
