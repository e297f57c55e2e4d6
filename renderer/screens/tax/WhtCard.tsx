import { Button } from '@mantine/core';
import { compare, equal } from '../../../domain/money/amount.ts';
import { grossUp } from '../../../domain/tax/gross-up.ts';
import { useCall } from '../../app/hooks.ts';
import { useGo } from '../../app/place.ts';
import { useWordOf, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/withholding.json';
import { Card, Facts, Ident, StatusMark } from '../../ui/index.ts';
import type { Quote, QuoteAsk } from './case.ts';
import { QuoteSteps } from './QuoteSteps.tsx';
import './wht-card.css';

/** What decides the withholding: the treaty and its certificate, the clause on the price, and the price with the tax in it. */
export function WhtCard({ quote, ask }: { quote: Quote; ask: QuoteAsk }) {
  const t = useWords<typeof words>('withholding');
  const word = useWordOf('withholding');
  const go = useGo();
  const clauses = useCall('tax/wht-clauses', { country: ask.country, entity: ask.entity }, { keep: true });
  const { treaty, wht } = quote;
  const fee = quote.steps[0]!.value;
  const rate = wht?.ratePct ?? null;
  const grossed = rate !== null && compare(rate, '0') > 0 && compare(rate, '100') < 0 ? grossUp(fee, rate, ask.currency) : null;
  if (!treaty && !wht && clauses.data?.length === 0) return null;
  return (
    <Card
      title={t('title')}
      aside={
        treaty && (
          <Button size="compact-xs" variant="subtle" onClick={() => go('/tax/residence')}>
            {t('toResidence')}
          </Button>
        )
      }
    >
      <Facts
        items={[
          [
            t('treaty'),
            treaty && (
              <>
                <Ident value={treaty.rule} /> {treaty.treaty}{' '}
                {treaty.missing === null ? (
                  <StatusMark mark="pass" label={t('applies', { rate: treaty.ratePct ?? '' })} />
                ) : (
                  <StatusMark mark={treaty.missing === 'rate' ? 'missing' : 'due'} label={t(`missing.${treaty.missing}`)} />
                )}
              </>
            ),
          ],
          [
            t('treatyRates'),
            treaty && treaty.rates.map((r) => `${word(`income.${r.incomeType}`, r.incomeType)} ${r.ratePct} %`).join(' · '),
          ],
          [
            t('certificate'),
            treaty?.certificate &&
              t('certificateDays', {
                number: treaty.certificate.number,
                from: treaty.certificate.validFrom,
                to: treaty.certificate.validTo,
              }),
          ],
          [t('basis'), wht?.basis && `${t(`bases.${wht.basis}`)} · ${rate} %`],
          [
            t('clause'),
            clauses.data &&
              (clauses.data.length === 0
                ? t('noClause')
                : clauses.data.map((clause) => (
                    <span key={clause.rule} className={clause.rule === quote.whtRule?.id ? 'wht-clause here' : 'wht-clause'}>
                      <Ident value={clause.rule} /> {t(`price.${clause.price}`)}
                      <span className="dim">
                        {(clause.from ?? clause.to) && t('clauseDays', { from: clause.from ?? '…', to: clause.to ?? '…' })}
                        {clause.basis === 'usage' && ` (${t('byUsage', { zone: clause.zone ?? '' })})`}
                      </span>
                    </span>
                  ))),
          ],
        ]}
      />
      {grossed && (
        <details className="gross-up" open={quote.grossUp !== null}>
          <summary>{t('grossUp')}</summary>
          <QuoteSteps steps={grossed.steps} currency={ask.currency} label={t('grossUp')} />
          {!equal(grossed.taxOfGross, grossed.wht) && <p className="dim">{t('grossUpNote', { tax: grossed.taxOfGross })}</p>}
        </details>
      )}
    </Card>
  );
}
