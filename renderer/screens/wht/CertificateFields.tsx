import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useCall } from '../../app/hooks.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/wht.json';
import { AmountInput, DateInput } from '../../ui/index.ts';
import { today } from '../documents/keys.ts';
import type { CertificateDraft } from './certificate-draft.ts';

/** What stands on the certificate. A paper without a number gets one. */
export function CertificateFields({
  draft,
  currencies,
  onChange,
  onTotal,
}: {
  draft: CertificateDraft;
  currencies: readonly string[];
  onChange: (draft: CertificateDraft) => void;
  onTotal: (total: string | null) => void;
}) {
  const t = useWords<typeof words>('wht');
  const generated = draft.number === null;
  const next = useCall('wht/nextNumber', {}, { enabled: generated });
  const set = (part: Partial<CertificateDraft>): void => onChange({ ...draft, ...part });
  return (
    <>
      <div className="number-field">
        <TextInput
          label={t('number')}
          required
          autoFocus
          value={generated ? (next.data?.number ?? '') : (draft.number ?? '')}
          readOnly={generated}
          maxLength={100}
          description={generated ? t('generatedHint') : t('numberHint')}
          onChange={(event) => set({ number: event.currentTarget.value })}
        />
        <Button variant="default" onClick={() => set({ number: generated ? '' : null })}>
          {generated ? t('typeNumber') : t('generate')}
        </Button>
      </div>
      <TextInput
        label={t('issuer')}
        description={t('issuerHint')}
        value={draft.issuer}
        maxLength={200}
        onChange={(event) => set({ issuer: event.currentTarget.value })}
      />
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
      <Textarea
        label={t('note')}
        autosize
        minRows={1}
        maxLength={4000}
        value={draft.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
    </>
  );
}
