import { Link } from 'react-router';
import { useAddress } from '../../../../app/place.ts';
import { useWordOf, useWords } from '../../../../i18n/index.ts';
import type words from '../../../../i18n/en/summary.json';
import { Amount, Card, Ident } from '../../../../ui/index.ts';
import type { CardProps, SummaryCard } from '../card.ts';

const paymentsIn = ({ data, currency }: Pick<CardProps, 'data' | 'currency'>) =>
  data.payments.find((entry) => entry.currency === currency) ?? null;
const SUMS = ['invoiced', 'credited', 'paid', 'withheld', 'remaining'] as const;

/** Which payments and certificates lie on which invoice of the period, and what remains to be paid. */
function PaymentsCard(props: CardProps) {
  const { currency } = props;
  const t = useWords<typeof words>('summary');
  const status = useWordOf('invoices');
  const address = useAddress();
  const entry = paymentsIn(props);
  if (entry === null) return null;
  const sums = SUMS.filter((name) => name === 'remaining' || name === 'invoiced' || entry[name] !== '0');
  return (
    <Card title={t('card.payments')} aside={<Link to={address('/invoices')}>{t('openInvoices')}</Link>}>
      <dl className="figures card-figures">
        {sums.map((name) => (
          <div key={name}>
            <dt>{t(name === 'remaining' && entry.due ? 'remainingUntil' : `sum.${name}`, { date: entry.due ?? '' })}</dt>
            <dd>
              <Amount value={entry[name]} currency={currency} showCurrency={name === 'remaining'} plainZero />
            </dd>
          </div>
        ))}
      </dl>
      <table className="plain papers" aria-label={t('card.payments')}>
        <thead>
          <tr>
            <th scope="col">{t('invoice')}</th>
            <th scope="col">{t('date')}</th>
            <th scope="col">{t('status')}</th>
            <th scope="col" className="end">
              {t('amount')} <span className="unit">{currency}</span>
            </th>
            <th scope="col" className="end">
              {t('sum.remaining')}
            </th>
          </tr>
        </thead>
        <tbody>
          {entry.invoices.flatMap((paper) => [
            <tr key={`${paper.vendor} ${paper.number}`}>
              <th scope="row">
                <Link to={address('/invoices', { doc: `${paper.vendor}:${paper.number}` })}>
                  <Ident value={paper.number} />
                </Link>
              </th>
              <td>{paper.date}</td>
              <td>{status(`status.${paper.status}`, paper.status)}</td>
              <td className="end">
                <Amount value={paper.total} currency={currency} plainZero />
              </td>
              <td className="end">
                <Amount value={paper.open} currency={currency} plainZero />
              </td>
            </tr>,
            ...entry.shares
              .filter((share) => share.invoice === paper.number && share.vendor === paper.vendor)
              .map((share) => (
                <tr key={`${paper.vendor} ${paper.number} ${share.kind} ${share.reference}`} className="share">
                  <th scope="row">
                    {share.kind === 'payment' ? (
                      <Link to={address('/payments', { q: share.reference })}>{t('paidBy', { reference: share.reference })}</Link>
                    ) : (
                      <Link to={address('/wht', { doc: share.reference })}>{t('withheldBy', { reference: share.reference })}</Link>
                    )}
                  </th>
                  <td>{share.date}</td>
                  <td />
                  <td className="end">
                    <Amount value={share.amount.startsWith('-') ? share.amount : `-${share.amount}`} currency={currency} />
                  </td>
                  <td />
                </tr>
              )),
          ])}
        </tbody>
      </table>
    </Card>
  );
}

export const payments: SummaryCard = {
  id: 'payments',
  word: 'card.payments',
  vendors: null,
  has: (props) => paymentsIn(props) !== null,
  Card: PaymentsCard,
};
