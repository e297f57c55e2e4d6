import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Input } from '../../../../services/contract/index.ts';
import { useCall } from '../../../app/hooks.ts';
import { useAddress } from '../../../app/place.ts';
import { Amount } from '../../../ui/index.ts';
import { invoiceKey } from '../../documents/keys.ts';
import { ReasonChips } from './ReasonChips.tsx';
import { useStatementWords } from './words.ts';
import './statements.css';

const TYPING_MS = 300;
type Draft = Pick<Input<'invoices/similar'>, 'vendor' | 'number' | 'date' | 'period' | 'currency' | 'net' | 'tax' | 'sellerId' | 'buyerId'>;

/** One quiet line while a document is entered that the book may hold already. It hinders nothing. */
export function SimilarWarning({ draft }: { draft: Draft }) {
  const { t } = useStatementWords();
  const address = useAddress();
  const { vendor, number, date, period, currency, net, tax, sellerId, buyerId } = draft;
  const [asked] = useDebouncedValue(JSON.stringify({ vendor, number, date, period, currency, net, tax, sellerId, buyerId }), TYPING_MS);
  const draftAsked = JSON.parse(asked) as Draft;
  const worth = (draftAsked.number ?? '').trim() !== '' || (draftAsked.net ?? null) !== null;
  const found = useCall('invoices/similar', draftAsked, { enabled: worth, keep: true });
  const first = worth ? found.data?.found[0] : undefined;
  if (!first) return null;
  const { paper } = first;
  return (
    <p className="similar" role="status">
      <IconAlertTriangle size={14} stroke={1.75} aria-hidden="true" />
      <span>
        {first.exact ? t('similar.exact') : t('similar.likely')}{' '}
        <Link to={address('/invoices', { doc: invoiceKey(paper) })}>{paper.number}</Link> · {paper.date} ·{' '}
        <Amount value={paper.total} currency={paper.currency} showCurrency plainZero /> <ReasonChips reasons={first.reasons} />
      </span>
    </p>
  );
}
