import { Link } from 'react-router';
import type { Input, Output } from '../../../../services/contract/index.ts';
import type { AgeingRow } from '../../../../services/contract/statements.ts';
import { useCall } from '../../../app/hooks.ts';
import { useAddress } from '../../../app/place.ts';
import { Amount, ErrorState, Facts, Ident, Inspector, InspectorPart } from '../../../ui/index.ts';
import { invoiceKey } from '../../documents/keys.ts';
import type { Bucket } from './buckets.ts';
import { useStatementWords } from './words.ts';

/** The documents behind a row of the ageing, the oldest first. */
export function AgeInspector({
  row,
  data,
  input,
  buckets,
  onClose,
}: {
  row: AgeingRow;
  data: Output<'invoices/ageing'>;
  input: Pick<Input<'invoices/ageing'>, 'asOf' | 'direction' | 'by' | 'edges'>;
  buckets: readonly Bucket[];
  onClose: () => void;
}) {
  const { t, vendor } = useStatementWords();
  const address = useAddress();
  const asked = useCall('invoices/ageing', { ...input, items: true, of: { key: row.key, currency: row.currency } }, { keep: true });
  const byVendor = (input.by ?? 'vendor') === 'vendor' && row.key !== null;
  const name = row.key === null ? t('unnamed') : byVendor ? vendor(row.key) : (row.label ?? row.key);
  return (
    <Inspector title={name} subtitle={<Amount value={row.total} currency={row.currency} showCurrency plainZero />} onClose={onClose}>
      <InspectorPart title={t('ageing.share')}>
        <Facts
          items={buckets.map((b) => [b.label, <Amount key={b.id} value={b.of(row)} currency={row.currency} showCurrency />] as const)}
        />
        {byVendor && (
          <p className="pair-state">
            <Link
              to={address('/invoices/statement', {
                of: `vendor:${row.key}`,
                direction: input.direction === 'issued' ? 'issued' : null,
                span: 'range',
                from: `${data.asOf.slice(0, 4)}-01-01`,
                to: data.asOf,
                currency: row.currency,
              })}
            >
              {t('ageing.wholeStatement')}
            </Link>
          </p>
        )}
      </InspectorPart>
      <InspectorPart title={t('ageing.documents')}>
        {asked.error && <ErrorState error={asked.error} retry={asked.retry} />}
        <table className="plain measures" aria-label={t('ageing.documents')}>
          <thead>
            <tr>
              <th scope="col">{t('fact.number')}</th>
              <th scope="col">{t('fact.due')}</th>
              <th scope="col" className="end">
                {t('ageing.days')}
              </th>
              <th scope="col" className="end">
                {t('fact.open')}
              </th>
            </tr>
          </thead>
          <tbody>
            {(asked.data?.items ?? []).map((item) => (
              <tr key={invoiceKey(item)}>
                <td>
                  <Link to={address('/invoices', { doc: invoiceKey(item) })}>
                    <Ident value={item.number} length={18} />
                  </Link>
                </td>
                <td>{item.due ?? <span className="dim">–</span>}</td>
                <td className="end">
                  {item.days === null ? '' : item.days > 0 ? item.days : <span className="dim">{`\u2212${-item.days}`}</span>}
                </td>
                <td className="end">
                  <Amount value={item.open} currency={item.currency} />
                  {item.awaited !== '0' && (
                    <span className="links-sub">
                      {item.bucket === 'awaited' ? (
                        t('ageing.bucket.awaited')
                      ) : (
                        <>
                          {t('ageing.awaitedOf')} <Amount value={item.awaited} currency={item.currency} />
                        </>
                      )}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </InspectorPart>
    </Inspector>
  );
}
