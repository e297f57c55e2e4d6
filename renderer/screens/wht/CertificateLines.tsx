import { isZero } from '../../../domain/money/amount.ts';
import type { Certificate } from '../../../services/contract/wht.ts';
import { useGo } from '../../app/place.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/certificate.json';
import { Amount, amountText, Ident } from '../../ui/index.ts';
import { invoiceKey } from '../documents/keys.ts';

/** The invoices of the certificate, in its currency and, where that differs, in theirs, with the conversion. */
export function CertificateLines({ certificate }: { certificate: Certificate }) {
  const t = useWords<typeof words>('certificate');
  const go = useGo();
  return (
    <table className="balance" aria-label={t('allocation')}>
      <caption>{certificate.currency}</caption>
      <tbody>
        {certificate.allocations.map((line, index) => (
          <tr key={`${line.vendor}:${line.invoice}`}>
            <th scope="row">
              <button
                type="button"
                className="link"
                onClick={() => go('/invoices', { doc: invoiceKey({ vendor: line.vendor, number: line.invoice }) })}
              >
                <Ident value={line.invoice} length={24} />
              </button>
              <span className="links-sub">
                {t('lineFacts', {
                  date: line.invoiceDate,
                  total: amountText(line.invoiceTotal),
                  net: amountText(line.invoiceNet),
                  currency: line.invoiceCurrency,
                })}
              </span>
              {line.invoiceCurrency !== certificate.currency && <Conversion line={line} currency={certificate.currency} />}
            </th>
            <td>{index === 0 ? '' : '+'}</td>
            <td>
              <Amount value={line.amount} currency={certificate.currency} column={2} />
            </td>
          </tr>
        ))}
        <tr className="result">
          <th scope="row">{t('total')}</th>
          <td>=</td>
          <td>
            <Amount value={certificate.total} currency={certificate.currency} plainZero column={2} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** The amount as paid; with a rate, what the rate makes of it and how far the two are apart. */
function Conversion({ line, currency }: { line: Certificate['allocations'][number]; currency: string }) {
  const t = useWords<typeof words>('certificate');
  return (
    <>
      <span className="links-sub">
        {t('asPaid')} <Amount value={line.payAmount} currency={line.invoiceCurrency} showCurrency />
      </span>
      {line.fx && line.conversion && (
        <span className="links-sub">
          {t('conversion', {
            amount: amountText(line.amount),
            currency,
            rate: line.fx.rate,
            converted: amountText(line.conversion.converted, 2),
            to: line.invoiceCurrency,
          })}{' '}
          {[line.fx.date, line.fx.source].filter(Boolean).join(', ')}
          {!isZero(line.conversion.difference) && (
            <>
              {' · '}
              {t('difference')} <Amount value={line.conversion.difference} currency={line.invoiceCurrency} showCurrency />
            </>
          )}
        </span>
      )}
    </>
  );
}
