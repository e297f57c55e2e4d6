import { Link } from 'react-router';
import { useAddress } from '../../../app/place.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/usage.json';
import { Amount, Card, StatusMark, type Mark } from '../../../ui/index.ts';
import type { Peak } from './chart.ts';
import { Figure } from './Figure.tsx';

const MARKS: Readonly<Record<Peak['bill']['status'], Mark>> = {
  pass: 'pass',
  differs: 'fail',
  missing: 'missing',
  'other-unit': 'missing',
};
const SHOWN = 8;

/** The bill's lines of the same resource and month beside the computed bandwidth. */
export function BillBeside({ bill, result }: { bill: Peak['bill']; result: Peak['result'] }) {
  const t = useWords<typeof words>('usage');
  const address = useAddress();
  return (
    <Card title={t('bill')} aside={<StatusMark mark={MARKS[bill.status]} label={t(`bill_${bill.status}`)} />}>
      {bill.status === 'missing' && <p className="dim">{t('billMissingText')}</p>}
      {bill.status === 'other-unit' && <p className="dim">{t('billOtherUnitText')}</p>}
      {bill.usage !== null && (
        <table className="steps" aria-label={t('bill')}>
          <tbody>
            <Row label={t('computed')} value={bill.computed} unit={result.unit} />
            <Row label={t('billed')} value={bill.usage} unit={result.unit} />
            <Row label={t('difference')} value={bill.difference} unit={result.unit} strong />
          </tbody>
        </table>
      )}
      {bill.lines.length > 0 && (
        <table className="plain usage-table usage-lines" aria-label={t('billLines')}>
          <thead>
            <tr>
              <th scope="col">{t('line')}</th>
              <th scope="col">{t('usageType')}</th>
              <th scope="col" className="end">
                {t('usage')}
              </th>
              <th scope="col" className="end">
                {t('unitPrice')}
              </th>
              <th scope="col" className="end">
                {t('listPrice')}
              </th>
            </tr>
          </thead>
          <tbody>
            {bill.lines.slice(0, SHOWN).map((line) => (
              <tr key={line.id}>
                <td>
                  <Link to={address('/bills/details', { line: String(line.id) })}>{line.product ?? line.spec ?? line.id}</Link>
                </td>
                <td>{line.usageType}</td>
                <td className="end">
                  <Figure value={line.usage} unit={line.unit} />
                </td>
                <td className="end">
                  <Amount value={line.unitPrice} />
                </td>
                <td className="end">
                  <Amount value={line.listPrice} currency={line.currency} showCurrency />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {bill.lines.length > SHOWN && <p className="dim">{t('moreLines', { count: bill.lines.length - SHOWN })}</p>}
    </Card>
  );
}

function Row({ label, value, unit, strong = false }: { label: string; value: string | null; unit: string; strong?: boolean }) {
  return (
    <tr className={strong ? 'result' : undefined}>
      <th scope="row">{label}</th>
      <td className="value">
        <Figure value={value} unit={unit} />
      </td>
    </tr>
  );
}
