import { Loader } from '@mantine/core';
import { useState } from 'react';
import type { InvoiceAct } from '../../../domain/invoices/states.ts';
import type { Invoice } from '../../../services/contract/invoices.ts';
import { useCall } from '../../app/hooks.ts';
import { useWordOf, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/invoices.json';
import { ErrorState, Ident, Inspector, InspectorPart, StatusMark } from '../../ui/index.ts';
import { History } from '../documents/History.tsx';
import { parseInvoiceKey } from '../documents/keys.ts';
import { ActButtons, ActDialog } from './Acts.tsx';
import { InvoiceFacts } from './InvoiceFacts.tsx';
import { InvoiceFiles } from './InvoiceFiles.tsx';
import { InvoiceTax } from './InvoiceTax.tsx';
import { Settlement } from './Settlement.tsx';
import { MARKS } from './status.ts';
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

function Shown({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const t = useWords<typeof words>('invoices');
  const word = useWordOf('invoices');
  const common = useWordOf('common');
  const [act, setAct] = useState<InvoiceAct | null>(null);
  return (
    <Inspector
      onClose={onClose}
      title={<Ident value={invoice.number} length={34} copy />}
      subtitle={
        <span className="inline-action">
          {common(`vendor.${invoice.vendor}`)} · {invoice.kind === 'credit-note' ? t('creditNote') : t('invoice')}{' '}
          <StatusMark mark={MARKS[invoice.status]} label={word(`status.${invoice.status}`)} />
        </span>
      }
      footer={<ActButtons invoice={invoice} onAct={setAct} />}
    >
      <Settlement invoice={invoice} />
      <InvoiceFacts invoice={invoice} />
      {invoice.kind === 'invoice' && (
        <InspectorPart title={t('taxByRule')}>
          <InvoiceTax invoice={invoice} />
        </InspectorPart>
      )}
      <InspectorPart title={t('files')}>
        <InvoiceFiles invoice={invoice} />
      </InspectorPart>
      <InspectorPart title={t('history')}>
        <History entries={invoice.history} namespace="invoices" />
      </InspectorPart>
      <ActDialog key={`${invoice.vendor}:${invoice.number}`} invoice={invoice} act={act} onClose={() => setAct(null)} />
    </Inspector>
  );
}
