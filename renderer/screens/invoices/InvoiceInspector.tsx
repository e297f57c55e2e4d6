import { Button, Loader } from '@mantine/core';
import { useState } from 'react';
import type { InvoiceAct } from '../../../domain/invoices/states.ts';
import type { ShownInvoice } from '../../../services/contract/invoices.ts';
import { useCall } from '../../app/hooks.ts';
import { useGo } from '../../app/place.ts';
import { useWordOf, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/invoices.json';
import type makingWords from '../../i18n/en/making.json';
import { ErrorState, Ident, Inspector, InspectorPart, StatusMark } from '../../ui/index.ts';
import { History } from '../documents/History.tsx';
import { invoiceKey, parseInvoiceKey } from '../documents/keys.ts';
import { ActButtons, ActDialog } from './Acts.tsx';
import { DocumentSection } from './documents/DocumentSection.tsx';
import { InvoiceDocument } from './InvoiceDocument.tsx';
import { InvoiceFacts } from './InvoiceFacts.tsx';
import { InvoiceFiles } from './InvoiceFiles.tsx';
import { InvoiceTax } from './InvoiceTax.tsx';
import { LinesTable } from './lines/LinesTable.tsx';
import { Settlement } from './Settlement.tsx';
import { MARKS } from './status.ts';
import { Timeline } from './Timeline.tsx';
import './invoices.css';

/** All about one invoice, by its key in the address. */
export function InvoiceInspector({ doc, onClose }: { doc: string; onClose: () => void }) {
  const t = useWords<typeof words>('invoices');
  const named = parseInvoiceKey(doc);
  const found = useCall('invoices/show', named ?? { number: doc }, { keep: true });
  if (found.error)
    return (
      <Inspector title={named?.number ?? doc} onClose={onClose}>
        <ErrorState error={found.error} retry={found.retry} />
      </Inspector>
    );
  if (!found.data)
    return (
      <Inspector title={named?.number ?? doc} onClose={onClose}>
        <Loader size="sm" aria-label={t('title')} />
      </Inspector>
    );
  return <Shown invoice={found.data} onClose={onClose} />;
}

function Shown({ invoice, onClose }: { invoice: ShownInvoice; onClose: () => void }) {
  const t = useWords<typeof words>('invoices');
  const word = useWordOf('invoices');
  const common = useWordOf('common');
  const m = useWords<typeof makingWords>('making');
  const go = useGo();
  const [act, setAct] = useState<InvoiceAct | null>(null);
  return (
    <Inspector
      onClose={onClose}
      title={<Ident value={invoice.number} length={34} copy />}
      subtitle={
        <span className="inline-action">
          {invoice.direction === 'issued' ? m(`directions.issued`) : common(`vendor.${invoice.vendor}`)} ·{' '}
          {invoice.kind === 'credit-note' ? t('creditNote') : t('invoice')}{' '}
          <StatusMark mark={MARKS[invoice.status]} label={word(`status.${invoice.status}`)} />
        </span>
      }
      footer={
        <>
          {isCorrectable(invoice) && (
            <Button variant="default" onClick={() => go('/invoices', { edit: invoiceKey(invoice) })}>
              {m('correct')}
            </Button>
          )}
          <ActButtons
            invoice={invoice}
            // The credit note of what was made here is made here, too.
            onAct={(name) =>
              name === 'credit' && invoice.direction === 'issued'
                ? go('/invoices', { make: 'credit', credited: invoice.number })
                : setAct(name)
            }
          />
        </>
      }
    >
      <Settlement invoice={invoice} />
      <Timeline invoice={invoice} />
      <InvoiceFacts invoice={invoice} />
      <InvoiceDocument invoice={invoice} />
      {invoice.lines.length > 0 && (
        <InspectorPart title={m('lines')}>
          <LinesTable lines={invoice.lines} currency={invoice.currency} />
        </InspectorPart>
      )}
      {invoice.kind === 'invoice' && invoice.direction === 'received' && (
        <InspectorPart title={t('taxByRule')}>
          <InvoiceTax invoice={invoice} />
        </InspectorPart>
      )}
      <DocumentSection invoice={invoice} />
      <InspectorPart title={t('files')}>
        <InvoiceFiles invoice={invoice} />
      </InspectorPart>
      <InspectorPart title={t('history')}>
        <History entries={invoice.history} byRule={invoice.byRule} namespace="invoices" />
      </InspectorPart>
      <ActDialog key={`${invoice.vendor}:${invoice.number}`} invoice={invoice} act={act} onClose={() => setAct(null)} />
    </Inspector>
  );
}

/** Only what was entered by hand, and counts, is corrected; imports and made documents have their own ways. */
const isCorrectable = (i: ShownInvoice): boolean =>
  i.direction === 'received' && i.kind === 'invoice' && i.source === 'entered' && i.status !== 'void';
