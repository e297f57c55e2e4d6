import { Link } from 'react-router';
import { MEASURE_NAMES } from '../../../../domain/formats/fields.ts';
import { isZero, subtract } from '../../../../domain/money/amount.ts';
import { useAddress } from '../../../app/place.ts';
import type { HeldTo } from '../../../app/held-to.ts';
import { Amount, Card, StatusMark, widestFraction } from '../../../ui/index.ts';
import { useWordOf } from '../../../i18n/index.ts';
import { detailsParams } from '../place.ts';
import { useBillWords } from '../words.ts';
import type { Measures, VendorName } from './card.ts';
import { useStatementDetail } from './useStatementDetail.ts';

/** The transaction statement beside the details of the same vendors: the same money told twice, with the difference of each measure. */
export function StatementBeside({
  statement,
  currency,
  period,
  vendor,
  account,
}: {
  statement: Measures;
  currency: string;
  period: string;
  vendor: VendorName | null;
  account: HeldTo;
}) {
  const { t, column } = useBillWords();
  const common = useWordOf('common');
  const { vendors, detail } = useStatementDetail(period, currency, vendor, account);
  const address = useAddress();
  const rows = MEASURE_NAMES.filter((m) => statement[m] !== null);
  const places = widestFraction(rows.flatMap((m) => [detail?.[m], statement[m]]));
  const where =
    vendors.length === 0
      ? []
      : [
          {
            column: 'vendor',
            op: vendors.length === 1 ? ('is' as const) : ('in' as const),
            value: vendors.length === 1 ? (vendors[0] ?? '') : [...vendors],
          },
        ];
  return (
    <Card
      title={`${t('statementBeside')}${vendors.length > 0 ? ` · ${vendors.map((v) => common(`vendor.${v}`)).join(', ')}` : ''}`}
      aside={<Link to={address('/bills/details', detailsParams({ where, currency, kind: 'statement' }))}>{t('openStatement')}</Link>}
    >
      <table className="plain" aria-label={t('statementBeside')}>
        <thead>
          <tr>
            <th scope="col">
              <span className="unit">{currency}</span>
            </th>
            <th scope="col" className="end">
              {t('kind.detail')}
            </th>
            <th scope="col" className="end">
              {t('kind.statement')}
            </th>
            <th scope="col" className="end">
              {t('difference')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((m) => {
            const [a, b] = [detail?.[m] ?? null, statement[m]];
            const difference = a === null || b === null ? null : subtract(a, b);
            return (
              <tr key={m}>
                <th scope="row">{column(m)}</th>
                <td className="end">
                  <Amount value={a} currency={currency} column={places} />
                </td>
                <td className="end">
                  <Amount value={b} currency={currency} column={places} />
                </td>
                <td className="end">
                  {difference === null ? (
                    <StatusMark mark="missing" compact />
                  ) : isZero(difference) ? (
                    <StatusMark mark="pass" label={t('equal')} />
                  ) : (
                    <Amount value={difference} currency={currency} column={places} />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Card>
  );
}
