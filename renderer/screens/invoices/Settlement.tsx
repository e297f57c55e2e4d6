import { Button } from '@mantine/core';
import type { Invoice } from '../../../services/contract/invoices.ts';
import { isNegative, isZero, negate } from '../../../domain/money/amount.ts';
import { useGo } from '../../app/place.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/invoices.json';
import type makingWords from '../../i18n/en/making.json';
import { Amount, Ident, InspectorPart } from '../../ui/index.ts';
import { invoiceKey } from '../documents/keys.ts';
import { isOpen } from '../documents/expected.ts';
import { useMissing } from '../wht/expected/useMissing.ts';
import { Withholding } from './settlement/Withholding.tsx';

/** From net to what is open, line by line, and the papers that make up each line. */
export function Settlement({ invoice }: { invoice: Invoice }) {
  const t = useWords<typeof words>('invoices');
  const m = useWords<typeof makingWords>('making');
  const open = isOpen(invoice);
  const lines: [string, string, string, boolean][] = [
    ['', t('net'), invoice.net, false],
    ['+', t('tax'), invoice.tax, false],
    ['=', t('total'), invoice.total, true],
    ...(invoice.status === 'void'
      ? []
      : ([
          ...(isZero(invoice.paid) ? [] : [['−', t('paid'), invoice.paid, false]]),
          ...(isZero(invoice.withheld) ? [] : [['−', t('withheldBy'), invoice.withheld, false]]),
          ...(isZero(invoice.credited) ? [] : [['−', t('credited'), invoice.credited, false]]),
          ['=', t('open'), invoice.open, true],
        ] as [string, string, string, boolean][])),
  ];
  return (
    <>
      <table className="balance" aria-label={t('settlement')}>
        <caption>{invoice.currency}</caption>
        <tbody>
          {lines.map(([sign, label, value, result], index) => (
            <tr key={`${label}-${index}`} className={result ? 'result' : undefined}>
              <th scope="row">{label}</th>
              <td>{sign}</td>
              <td>
                <Amount value={value} currency={invoice.currency} plainZero={result} column={2} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {isNegative(invoice.open) && (
        <p className="inspector-note">
          {invoice.direction === 'issued'
            ? m('buyerOwes', { amount: negate(invoice.open), currency: invoice.currency })
            : t('vendorOwes', { amount: negate(invoice.open), currency: invoice.currency })}
        </p>
      )}
      {(invoice.allocations.length > 0 || open) && (
        <InspectorPart title={t('allocations')}>
          {invoice.allocations.length > 0 && <Allocations invoice={invoice} />}
          {open && <NextSteps invoice={invoice} />}
        </InspectorPart>
      )}
      {invoice.kind === 'invoice' && invoice.status !== 'void' && <Withholding invoice={invoice} />}
    </>
  );
}

function Allocations({ invoice }: { invoice: Invoice }) {
  const t = useWords<typeof words>('invoices');
  const go = useGo();
  return (
    <table className="links" aria-label={t('allocations')}>
      <tbody>
        {invoice.allocations.map((share) => (
          <tr key={`${share.kind}:${share.reference}`}>
            <td>
              {share.kind === 'payment' ? t('payment') : t('certificate')}
              <span className="links-sub">{share.date}</span>
            </td>
            <td>
              <button
                type="button"
                className="link"
                onClick={() => (share.kind === 'payment' ? go('/payments', { q: share.reference }) : go('/wht', { doc: share.reference }))}
              >
                <Ident value={share.reference} length={22} />
              </button>
            </td>
            <td>
              <Amount value={share.amount} currency={share.currency} showCurrency={share.currency !== invoice.currency} column={2} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What closes the invoice: a payment, or the certificate for what was withheld. */
function NextSteps({ invoice }: { invoice: Invoice }) {
  const t = useWords<typeof words>('invoices');
  const m = useWords<typeof makingWords>('making');
  const go = useGo();
  const key = invoiceKey(invoice);
  const missing = useMissing(invoice).data?.rows[0];
  return (
    <div className="next-steps">
      {missing && <p className="inspector-note">{t('certificateMissing', { amount: missing.missing, currency: invoice.currency })}</p>}
      <span className="inline-action">
        {missing && (
          <Button size="compact-xs" onClick={() => go('/wht', { new: '1', invoice: key })}>
            {t('enterCertificate')}
          </Button>
        )}
        <Button size="compact-xs" variant="default" onClick={() => go('/payments', { new: '1', invoice: key })}>
          {invoice.direction === 'issued' ? m('enterReceipt') : t('enterPayment')}
        </Button>
      </span>
    </div>
  );
}
