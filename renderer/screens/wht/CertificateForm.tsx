import { useCall } from '../../app/hooks.ts';
import { useParam } from '../../app/place.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/certificate.json';
import { FormTrouble } from '../documents/FormTrouble.tsx';
import { CertificateEntry } from './CertificateEntry.tsx';
import type { Purpose } from './draft-start.ts';

/**
 * Entering a certificate beside its paper. In the address: `invoice` names the one it is for, `edit` the draft that is written
 * anew, `replaces` the certificate in whose place it shall stand (both by id).
 */
export function CertificateForm({ onClose }: { onClose: () => void }) {
  const t = useWords<typeof words>('certificate');
  const [forInvoice] = useParam('invoice');
  const [edit] = useParam('edit');
  const [replaces] = useParam('replaces');
  const book = useCall('book/info', {});
  const options = useCall('tax/options', {});
  const invoices = useCall('invoices/list', { direction: 'both' });
  const settings = useCall('wht/settings', {});
  const parties = useCall('parties/list', {});
  const list = useCall('wht/list', {});
  const calls = [book, options, invoices, settings, parties, list];
  const error = calls.find((call) => call.error)?.error;
  if (error) return <FormTrouble title={t('add')} error={error} retry={() => calls.forEach((call) => call.retry())} onClose={onClose} />;
  if (!book.data || !options.data || !invoices.data || !settings.data || !parties.data || !list.data) return null;
  const wanted = edit ?? replaces;
  const certificate = wanted === null ? undefined : list.data.find((c) => String(c.id) === wanted);
  const purpose: Purpose =
    certificate && edit !== null && certificate.status === 'draft'
      ? { kind: 'edit', certificate }
      : certificate && replaces !== null
        ? { kind: 'correct', certificate }
        : { kind: 'new' };
  return (
    <CertificateEntry
      key={`${purpose.kind}:${wanted ?? ''}`}
      purpose={purpose}
      book={book.data}
      options={options.data}
      invoices={invoices.data.invoices}
      settings={settings.data}
      parties={parties.data.parties}
      certificates={list.data}
      forInvoice={forInvoice}
      onClose={onClose}
    />
  );
}
