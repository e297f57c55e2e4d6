import { Link } from 'react-router';
import { useCall } from '../../app/hooks.ts';
import { useAddress } from '../../app/place.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/overview.json';
import type expectedWords from '../../i18n/en/whtExpected.json';
import { Amount, Card, ErrorState } from '../../ui/index.ts';
import { certificateKey } from '../wht/certificates.ts';
import { daysText } from '../wht/expected/columns.tsx';
import { byUrgency, rowKey } from '../wht/expected/rows.ts';
import { useMissing } from '../wht/expected/useMissing.ts';
import { Nothing, TodoRow } from './TodoRow.tsx';

/** WHT certificates that are missing for what was withheld, and those that were refused or wait for a decision. */
export function Certificates() {
  const t = useWords<typeof words>('overview');
  const e = useWords<typeof expectedWords>('whtExpected');
  const address = useAddress();
  const expected = useMissing();
  const certificates = useCall('wht/list', {});
  const missing = (expected.data?.rows ?? []).filter((row) => row.state !== 'refused');
  const refused = (certificates.data ?? []).filter((c) => c.status === 'refused');
  const waiting = (certificates.data ?? []).filter((c) => c.status === 'submitted');
  const error = expected.error ?? certificates.error;
  const known = expected.data !== undefined && certificates.data !== undefined;
  return (
    <Card title={t('certificates')} aside={<Link to={address('/wht')}>{t('toWht')}</Link>}>
      {error && (
        <ErrorState
          error={error}
          retry={() => {
            expected.retry();
            certificates.retry();
          }}
        />
      )}
      {known && missing.length + refused.length + waiting.length === 0 && <Nothing text={t('noCertificates')} />}
      <ul className="todos">
        {byUrgency(missing)
          .slice(0, 8)
          .map((row) => (
            <TodoRow
              key={rowKey(row)}
              to={address('/wht', { new: '1', invoice: rowKey(row) })}
              mark={row.state === 'overdue' ? 'fail' : 'missing'}
              state={t('certificateMissing')}
              what={
                <>
                  <span className="ident">{row.invoice}</span> <span className="dim">{t('certificateMissing')}</span>
                </>
              }
              note={row.days === null ? '' : daysText(e, row.days)}
              figure={<Amount value={row.missing} currency={row.currency} showCurrency plainZero />}
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
