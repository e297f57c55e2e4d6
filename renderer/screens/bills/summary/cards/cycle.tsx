import { Link } from 'react-router';
import { useAddress } from '../../../../app/place.ts';
import { useWordOf, useWords } from '../../../../i18n/index.ts';
import type words from '../../../../i18n/en/summary.json';
import { Amount, Card, Ident } from '../../../../ui/index.ts';
import { vendorsIn, type CardProps, type SummaryCard } from '../card.ts';

const papersIn = ({ data, currency }: Pick<CardProps, 'data' | 'currency'>) =>
  (data.payments.find((entry) => entry.currency === currency)?.invoices ?? []).filter((paper) => paper.vendor === 'zilliz');

/** Figures of the vendor's invoice in the order of its page: what was used, what coupons and prepayment take off, what is due. */
const ROWS = [
  ['usageAmount', 'usage'],
  ['alreadyBilledAmount', 'alreadyBilled'],
  ['creditsApplied', 'credits'],
  ['subtotal', 'subtotal'],
  ['tax', 'tax'],
  ['total', 'total'],
  ['advancePayAmount', 'advance'],
  ['amountDue', 'due'],
] as const;

/** Zilliz Cloud's invoices of the month: cycle by UTC, state, billing method, and the account that is billed. */
function CycleCard(props: CardProps) {
  const { data, currency } = props;
  const t = useWords<typeof words>('summary');
  const status = useWordOf('invoices');
  const address = useAddress();
  const accounts = data.byAccount
    .flatMap((card) => (card.currency === currency ? card.groups.map((group) => group.label) : []))
    .filter(Boolean);
  return (
    <Card title={t('card.cycle')} aside={<span className="unit">{currency}</span>}>
      {papersIn(props).map((paper) => (
        <section key={paper.number} className="cycle" aria-label={paper.number}>
          <p className="card-line">
            <Link to={address('/invoices', { doc: `${paper.vendor}:${paper.number}` })}>
              <Ident value={paper.number} />
            </Link>
            <span>{status(`status.${paper.status}`, paper.status)}</span>
            {paper.due && <span>{t('due', { date: paper.due })}</span>}
          </p>
          {paper.cycle && (
            <p className="card-line dim">
              <span>{t('cycleUtc', { from: utc(paper.cycle.from), until: utc(paper.cycle.until) })}</span>
            </p>
          )}
          <dl className="figures card-figures">
            {ROWS.flatMap(([name, word]) => {
              const figure = paper.figures[name];
              return figure === undefined
                ? []
                : [
                    <div key={name}>
                      <dt>{t(`invoiceFigure.${word}`)}</dt>
                      <dd>
                        <Amount value={figure} currency={currency} plainZero />
                      </dd>
                    </div>,
                  ];
            })}
          </dl>
        </section>
      ))}
      {vendorsIn(data, currency).size === 1 && accounts.length > 0 && (
        <p className="card-line dim">
          <span>{t('billedTo', { account: accounts.join(', ') })}</span>
        </p>
      )}
    </Card>
  );
}

const utc = (instant: string): string => instant.replace('T', ' ').replace(/:00Z$/, '');

export const cycle: SummaryCard = {
  id: 'cycle',
  word: 'card.cycle',
  vendors: ['zilliz'],
  has: (props) => papersIn(props).length > 0,
  Card: CycleCard,
};
