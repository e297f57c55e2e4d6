import { useCall } from '../../../app/hooks.ts';
import { Amount, ErrorState, Ident, InspectorPart } from '../../../ui/index.ts';
import { useRuleWords } from './rule-words.ts';

const SHOWN = 8;

/** Answers on record that used the rule, with the invoices that were made with them. */
export function RuleUses({ id }: { id: string }) {
  const { t } = useRuleWords();
  const quotes = useCall('tax/quotes', { rule: id, limit: 200 });
  if (quotes.error) return <ErrorState error={quotes.error} retry={quotes.retry} />;
  const rows = quotes.data ?? [];
  return (
    <InspectorPart title={t('used')}>
      {rows.length === 0 ? (
        <p className="dim">{quotes.data ? t('usedNone') : ''}</p>
      ) : (
        <ul className="rule-list">
          {rows.slice(0, SHOWN).map((quote) => (
            <li key={quote.id}>
              {quote.date} · <Amount value={quote.invoiceTotal ?? quote.amount} currency={quote.currency} showCurrency />{' '}
              {quote.invoices.map((i) => (
                <Ident key={i.id} value={i.number} />
              ))}
              <span className="rule-source">{quote.pack}</span>
            </li>
          ))}
          {rows.length > SHOWN && <li className="dim">{t('usedMore', { count: rows.length - SHOWN })}</li>}
        </ul>
      )}
    </InspectorPart>
  );
}
