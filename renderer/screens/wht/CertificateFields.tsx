import { Button, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { useCall } from '../../app/hooks.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/certificate.json';
import { AmountInput, DateInput } from '../../ui/index.ts';
import { today } from '../documents/keys.ts';
import { PartySelect } from '../invoices/PartySelect.tsx';
import type { CertificateDraft } from './certificate-draft.ts';
import { FormSelect } from './FormSelect.tsx';

/** What stands on the certificate. A paper without a number gets one. `fitting`: the parties where nobody chose them. */
export function CertificateFields({
  draft,
  currencies,
  countries,
  fitting,
  kept,
  onChange,
  onTotal,
  onSide,
}: {
  draft: CertificateDraft;
  currencies: readonly string[];
  countries: readonly string[];
  fitting: { payerId: number | null; payeeId: number | null };
  /** The generated number that a draft has already. */
  kept: string | null;
  onChange: (draft: CertificateDraft) => void;
  onTotal: (total: string | null) => void;
  onSide: (side: CertificateDraft['side']) => void;
}) {
  const t = useWords<typeof words>('certificate');
  const generated = draft.number === null;
  const next = useCall('wht/nextNumber', {}, { enabled: generated && kept === null });
  const set = (part: Partial<CertificateDraft>): void => onChange({ ...draft, ...part });
  const ours = ['own'] as const;
  const theirs = draft.side === 'payer' ? (['vendor'] as const) : (['customer'] as const);
  return (
    <div className="form-wide cert-fields">
      <div className="cert-row">
        <SegmentedControl
          size="xs"
          aria-label={t('side')}
          value={draft.side}
          data={[
            { value: 'payer', label: t('sides.payer') },
            { value: 'payee', label: t('sides.payee') },
          ]}
          onChange={(side) => onSide(side as CertificateDraft['side'])}
        />
      </div>
      <div className="number-field cert-two">
        <TextInput
          label={t('number')}
          required
          autoFocus
          value={generated ? (kept ?? next.data?.number ?? '') : (draft.number ?? '')}
          readOnly={generated}
          maxLength={100}
          description={generated ? t('generatedHint') : t('numberHint')}
          onChange={(event) => set({ number: event.currentTarget.value })}
        />
        <Button variant="default" onClick={() => set({ number: generated ? '' : null })}>
          {generated ? t('typeNumber') : t('generate')}
        </Button>
      </div>
      <DateInput label={t('date')} required value={draft.date} maxDate={today()} onChange={(date) => set({ date })} />
      <AmountInput label={t('total')} required value={draft.total} currency={draft.currency} onChange={onTotal} />
      <Select
        label={t('currency')}
        searchable
        allowDeselect={false}
        value={draft.currency}
        data={[...currencies]}
        onChange={(value) => value && set({ currency: value })}
      />
      <TextInput
        label={t('issuer')}
        description={t('issuerHint')}
        value={draft.issuer}
        maxLength={200}
        onChange={(event) => set({ issuer: event.currentTarget.value })}
      />
      <FormSelect draft={draft} countries={countries} onChange={set} />
      <PartySelect
        label={t('payer')}
        kinds={draft.side === 'payer' ? ours : theirs}
        value={draft.payerId === undefined ? fitting.payerId : draft.payerId}
        onChange={(payerId) => set({ payerId })}
      />
      <PartySelect
        label={t('payee')}
        kinds={draft.side === 'payer' ? theirs : ours}
        value={draft.payeeId === undefined ? fitting.payeeId : draft.payeeId}
        onChange={(payeeId) => set({ payeeId })}
      />
      <TextInput
        label={t('remittance')}
        description={t('remittanceHint')}
        value={draft.remittance}
        maxLength={200}
        onChange={(event) => set({ remittance: event.currentTarget.value })}
      />
      <DateInput label={t('first')} value={draft.first} onChange={(first) => set({ first })} />
      <DateInput
        label={t('last')}
        value={draft.last}
        {...(draft.first !== null && { minDate: draft.first })}
        onChange={(last) => set({ last })}
      />
      <DateInput label={t('remitted')} value={draft.remitted} maxDate={today()} onChange={(remitted) => set({ remitted })} />
      <Textarea
        className="cert-row"
        label={t('note')}
        autosize
        minRows={1}
        maxLength={4000}
        value={draft.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
    </div>
  );
}
