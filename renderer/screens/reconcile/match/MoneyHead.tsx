import type { MoneyShown } from '../../../../services/contract/match.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/match.json';
import { Amount } from '../../../ui/index.ts';
import { signed } from './MoneyList.tsx';

/** What is known of the money. */
export function MoneyHead({ money }: { money: MoneyShown }) {
  const t = useWords<typeof words>('match');
  const facts: [string, string][] = [
    [t('reference'), money.reference],
    [t('text'), money.text],
    [t('account'), money.account],
  ].filter((f): f is [string, string] => f[1] !== '');
  return (
    <div className="mt-money">
      <div className="mt-money-line">
        <h2>{money.counterparty || money.reference || money.text || money.key}</h2>
        <span className="dim">
          {money.date} · {money.kind === 'bank' ? t('line') : t('payment')}
        </span>
        <span className="mt-gap" />
        <Amount value={signed(money)} currency={money.currency} showCurrency size="key" />
      </div>
      <dl className="mt-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {money.left !== money.amount && (
          <div>
            <dt>{t('left')}</dt>
            <dd>
              <Amount value={money.left} currency={money.currency} showCurrency />{' '}
              <span className="dim">{t('ofAmount', { amount: `${money.amount} ${money.currency}` })}</span>
            </dd>
          </div>
        )}
        {money.charges !== null && (
          <div>
            <dt>{t('charges')}</dt>
            <dd>
              <Amount value={money.charges} currency={money.currency} showCurrency />
            </dd>
          </div>
        )}
        {money.original && (
          <div>
            <dt>{t('before')}</dt>
            <dd>
              <Amount value={money.original.amount} currency={money.original.currency} showCurrency />
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
}
