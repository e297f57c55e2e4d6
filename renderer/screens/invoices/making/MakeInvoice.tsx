import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { Output } from '../../../../services/contract/index.ts';
import { useCall, useCommand } from '../../../app/hooks.ts';
import { notifyDone } from '../../../app/notify.tsx';
import { useGo, useParam } from '../../../app/place.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/making.json';
import { useDetails } from '../../bills/details/useDetails.ts';
import { DocumentForm } from '../../documents/DocumentForm.tsx';
import { FormTrouble } from '../../documents/FormTrouble.tsx';
import { invoiceKey, today } from '../../documents/keys.ts';
import type { Options } from '../../start/profile.ts';
import { LinesTable } from '../lines/LinesTable.tsx';
import { DocumentFields } from './DocumentFields.tsx';
import { EMPTY_MAKE, KINDS, makeInput, makeMissing, type MakeDraft } from './make-draft.ts';
import { Preview } from './Preview.tsx';
import { TaxFields } from './TaxFields.tsx';
import { WhatFields } from './WhatFields.tsx';

type Parties = Output<'parties/list'>['parties'];
type AllSeries = Output<'series/list'>['series'];

/** Makes an invoice or a credit note: what it is of, for whom, from which series, with which tax; beside it, the document as it will be. */
export function MakeInvoice({ onClose }: { onClose: () => void }) {
  const t = useWords<typeof words>('making');
  const options = useCall('tax/options', {});
  const parties = useCall('parties/list', {});
  const series = useCall('series/list', {});
  const failed = [options, parties, series].find((call) => call.error);
  if (failed?.error) return <FormTrouble title={t('make')} error={failed.error} retry={failed.retry} onClose={onClose} />;
  if (!options.data || !parties.data || !series.data) return null;
  return <Form options={options.data} parties={parties.data.parties} series={series.data.series} onClose={onClose} />;
}

function Form({ options, parties, series, onClose }: { options: Options; parties: Parties; series: AllSeries; onClose: () => void }) {
  const t = useWords<typeof words>('making');
  const go = useGo();
  const [kindParam] = useParam('make');
  const [credited] = useParam('credited');
  const [payment] = useParam('payment');
  const [order] = useParam('order');
  const selection = useDetails();
  const make = useCommand('invoices/make', { quiet: true });
  const own = parties.filter((party) => party.kind === 'own' && !party.archived);
  const customers = parties.filter((party) => party.kind === 'customer' && !party.archived);
  const [typed, setDraft] = useState<MakeDraft>({
    ...EMPTY_MAKE,
    kind: KINDS.find((kind) => kind === kindParam) ?? 'monthly',
    groupBy: selection.place.groupBy.length > 0 ? selection.place.groupBy.slice(0, 3) : EMPTY_MAKE.groupBy,
    credited: credited ?? '',
    payment: payment !== null && /^\d{1,9}$/.test(payment) ? Number(payment) : null,
    orderId: order ?? '',
    date: today(),
    sellerId: own[0]?.id ?? null,
    buyerId: customers.length === 1 ? customers[0]!.id : null,
  });
  const fitting = series.filter((one) => !one.archived && one.forKind === (typed.kind === 'credit' ? 'credit-note' : 'invoice'));
  const draft: MakeDraft = { ...typed, series: fitting.some((one) => one.id === typed.series) ? typed.series : (fitting[0]?.id ?? null) };
  const set = (part: Partial<MakeDraft>): void => setDraft({ ...typed, ...part });
  const missing = makeMissing(draft, selection.linesScope);
  const input = makeInput(draft, selection.linesScope);
  // Typing a note or a reason does not reckon the bills anew with every key.
  const wanted = JSON.stringify(input);
  const [asked] = useDebouncedValue(wanted, 250);
  const asking = asked !== 'null';
  const preview = useCall('invoices/draft', asking ? (JSON.parse(asked) as NonNullable<typeof input>) : NOTHING, {
    enabled: asking,
    keep: true,
  });
  const shown = asking && !preview.error ? preview.data : undefined;
  const save = async (): Promise<void> => {
    if (!input) return;
    const result = await make.run(input);
    if (!result.ok) return;
    notifyDone(t('made', { number: result.value.number }));
    go('/invoices', { direction: 'issued', doc: invoiceKey(result.value) });
  };
  return (
    <DocumentForm
      title={t('make')}
      action={shown ? t('makeNumber', { number: shown.document.number }) : t('make')}
      busy={make.busy}
      error={make.error}
      why={
        missing
          ? t(`missing.${missing}`)
          : preview.error
            ? t('missing.refused')
            : !shown || asked !== wanted || preview.refreshing
              ? t('missing.waiting')
              : null
      }
      onSave={() => void save()}
      onClose={onClose}
      fields={
        <>
          <WhatFields draft={draft} set={set} selection={selection} />
          <DocumentFields
            draft={draft}
            set={set}
            series={fitting}
            currencies={options.currencies}
            currency={shown?.document.currency ?? selection.currency ?? 'USD'}
            total={shown?.document.total ?? null}
          />
          {draft.kind !== 'credit' && <TaxFields draft={draft} set={set} options={options} answered={shown?.taxCase ?? null} />}
        </>
      }
      aside={<Preview draft={shown} error={asking ? preview.error : null} waiting={missing === null && !shown} retry={preview.retry} />}
      below={
        shown ? (
          <section className="doc-below" aria-label={t('lines')}>
            <div className="doc-below-head">
              <h2>{t('lines')}</h2>
            </div>
            <LinesTable lines={shown.document.lines} currency={shown.document.currency} wide />
          </section>
        ) : null
      }
    />
  );
}

/** Asked of nobody: the call waits until there is something to ask. */
const NOTHING = { what: { kind: 'order', orderId: '-' }, series: 0, date: '2000-01-01' } as const;
