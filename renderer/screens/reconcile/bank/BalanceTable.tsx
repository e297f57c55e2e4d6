import type { BankStatement } from '../../../../services/contract/bank.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/bank.json';
import { Amount } from '../../../ui/index.ts';

/** Opening balance, money in, money out, and where they lead. */
export function BalanceTable({
  figures,
  currency,
}: {
  figures: Pick<BankStatement, 'opening' | 'in' | 'out' | 'closing'>;
  currency: string;
}) {
  const t = useWords<typeof words>('bank');
  const row = (id: 'opening' | 'in' | 'out' | 'closing', sign: string) => (
    <tr className={id === 'closing' ? 'result' : undefined}>
      <th scope="row">{t(`column.${id}`)}</th>
      <td>{sign}</td>
      <td>
        <Amount value={figures[id]} currency={currency} plainZero column={2} />
      </td>
    </tr>
  );
  return (
    <table className="balance" aria-label={t('balances')}>
      <caption>{currency}</caption>
      <tbody>
        {row('opening', '')}
        {row('in', '+')}
        {row('out', '+')}
        {row('closing', '=')}
      </tbody>
    </table>
  );
}
