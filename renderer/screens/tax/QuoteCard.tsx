import { useLanguage, useWordOf, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/tax.json';
import { Card, Facts, Ident, KeyFigures, StatusMark } from '../../ui/index.ts';
import { AnswerFacts } from './AnswerFacts.tsx';
import type { Quote } from './case.ts';
import { QuoteSteps } from './QuoteSteps.tsx';
import { say } from './say.ts';

/** The answer: figures, the rule with its source, every step, and what to know about it. “No rule” is shown as such. */
export function QuoteCard({ quote, currency }: { quote: Quote; currency: string }) {
  const t = useWords<typeof words>('tax');
  const word = useWordOf('tax');
  const language = useLanguage();
  const rate = (percent: string | null | undefined): string | undefined =>
    percent === null || percent === undefined ? undefined : `${percent} %`;
  return (
    <>
      {quote.rule === null ? (
        <div className="no-rule" role="status">
          <StatusMark mark="missing" label={t('noRule')} />
          <p>{t('noRuleText')}</p>
        </div>
      ) : (
        <KeyFigures
          figures={[
            {
              label: t('invoiceTotal'),
              value: quote.invoiceTotal,
              currency,
              note: quote.invoiceTotal === null ? t('notComputed') : undefined,
            },
            { label: t('netPayable'), value: quote.netPayable, currency, note: quote.netPayable === null ? t('notComputed') : undefined },
            {
              label: quote.tax?.code ? quote.tax.code : t('tax'),
              value: quote.tax?.amount ?? null,
              currency,
              note: rate(quote.tax?.ratePct) ?? t('rateNotPrinted'),
            },
            { label: 'WHT', value: quote.wht?.amount ?? null, currency, note: rate(quote.wht?.ratePct) ?? t('rateNotPrinted') },
          ]}
        />
      )}
      <Card
        title={t('rule')}
        aside={
          <>
            {t('pack')} <Ident value={quote.pack} length={40} />
          </>
        }
      >
        <Facts
          items={[
            [
              t('indirectTax'),
              quote.rule ? (
                <RuleName
                  key="rule"
                  id={quote.rule.id}
                  text={
                    quote.tax
                      ? `${(language === 'en' ? quote.tax.name : quote.tax.nameZh) || quote.tax.code}${language === 'en' ? ': ' : '：'}${word(`treatment.${quote.tax.treatment}`)}`
                      : ''
                  }
                  source={say(quote.rule.source, language)}
                />
              ) : (
                <StatusMark key="none" mark="missing" label={t('noRuleShort')} />
              ),
            ],
            [
              t('withholding'),
              quote.whtRule ? (
                <RuleName
                  key="wht"
                  id={quote.whtRule.id}
                  text={quote.wht ? word(`treatment.${quote.wht.treatment}`) : ''}
                  source={say(quote.whtRule.source, language)}
                />
              ) : (
                <StatusMark key="none" mark="missing" label={quote.wht ? t('rateGiven') : t('noRuleShort')} />
              ),
            ],
            [t('evidence'), quote.wht?.due ? say(quote.wht.due, language) : null],
          ]}
        />
      </Card>
      <AnswerFacts quote={quote} />
      <Card title={t('steps')} aside={currency}>
        <QuoteSteps steps={quote.steps} currency={currency} label={t('steps')} />
      </Card>
      {quote.notes.length > 0 && (
        <Card title={t('notes')}>
          <ul className="notes">
            {quote.notes.map((note) => (
              <li key={note}>{say(note, language)}</li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

const RuleName = ({ id, text, source }: { id: string; text: string; source: string }) => (
  <>
    <Ident value={id} /> <span>{text}</span>
    <span className="rule-source">{source}</span>
  </>
);
