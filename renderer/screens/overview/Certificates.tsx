import { Link } from 'react-router';
import { useCall } from '../../app/hooks.ts';
import { useAddress } from '../../app/place.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/overview.json';
import { Amount, Card, ErrorState } from '../../ui/index.ts';
import { awaitsCertificate, daysSincePaid } from '../documents/expected.ts';
import { invoiceKey, today } from '../documents/keys.ts';
import { certificateKey } from '../wht/certificates.ts';
import { Nothing, TodoRow } from './TodoRow.tsx';

/** WHT certificates that are missing for what was withheld, and those that were refused or wait for a decision. */
export function Certificates() {
  const t = useWords<typeof words>('overview');
  const address = useAddress();
  const invoices = useCall('invoices/list', {});
  const certificates = useCall('wht/list', {});
  const missing = (invoices.data?.invoices ?? []).filter(awaitsCertificate);
  const refused = (certificates.data ?? []).filter((c) => c.status === 'refused');
  const waiting = (certificates.data ?? []).filter((c) => c.status === 'submitted');
  const error = invoices.error ?? certificates.error;
  const known = invoices.data !== undefined && certificates.data !== undefined;
  const since = (days: number | null): string => (days === null ? '' : t('paidAgo', { count: days }));
  return (
    <Card title={t('certificates')} aside={<Link to={address('/wht')}>{t('toWht')}</Link>}>
      {error && (
        <ErrorState
          error={error}
          retry={() => {
            invoices.retry();
            certificates.retry();
          }}
        />
      )}
      {known && missing.length + refused.length + waiting.length === 0 && <Nothing text={t('noCertificates')} />}
      <ul className="todos">
        {missing.slice(0, 8).map((i) => (
          <TodoRow
            key={invoiceKey(i)}
            to={address('/wht', { new: '1', invoice: invoiceKey(i) })}
            mark="missing"
            state={t('certificateMissing')}
            what={
              <>
                <span className="ident">{i.number}</span> <span className="dim">{t('certificateMissing')}</span>
              </>
            }
            note={since(daysSincePaid(i, today()))}
            figure={<Amount value={i.open} currency={i.currency} showCurrency plainZero />}
          />
        ))}
        {refused.map((c) => (
          <TodoRow
            key={certificateKey(c)}
            to={address('/wht', { status: 'refused', doc: certificateKey(c) })}
            mark="fail"
            state={t('certificateRefused')}
            what={
              <>
                <span className="ident">{c.number}</span> <span className="dim">{c.issuer}</span>
              </>
            }
            note={t('certificateRefused')}
            figure={<Amount value={c.total} currency={c.currency} showCurrency plainZero />}
          />
        ))}
        {waiting.map((c) => (
          <TodoRow
            key={certificateKey(c)}
            to={address('/wht', { status: 'submitted', doc: certificateKey(c) })}
            mark="due"
            state={t('certificateWaiting')}
            what={
              <>
                <span className="ident">{c.number}</span> <span className="dim">{c.issuer}</span>
              </>
            }
            note={t('certificateWaiting')}
            figure={<Amount value={c.total} currency={c.currency} showCurrency plainZero />}
          />
        ))}
      </ul>
    </Card>
  );
}
