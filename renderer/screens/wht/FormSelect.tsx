import { Select } from '@mantine/core';
import { certificateFormsOf, formById } from '../../../domain/wht/forms/index.ts';
import { useLanguage, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/certificate.json';
import { today } from '../documents/keys.ts';
import { useCountryName } from '../tax/country-name.ts';
import type { CertificateDraft } from './certificate-draft.ts';

/** Whose tax it is, and which of the country's papers in use on the day of the certificate. */
export function FormSelect({
  draft,
  countries,
  onChange,
}: {
  draft: CertificateDraft;
  countries: readonly string[];
  onChange: (part: Partial<CertificateDraft>) => void;
}) {
  const t = useWords<typeof words>('certificate');
  const name = useCountryName();
  const zh = useLanguage() === 'zh-CN';
  const forms = draft.country === null ? [] : certificateFormsOf(draft.country, draft.date ?? today());
  const chosen = draft.form === null ? null : formById(draft.form);
  const offered = chosen === null || forms.includes(chosen) ? forms : [chosen, ...forms];
  return (
    <>
      <Select
        label={t('country')}
        searchable
        clearable
        value={draft.country}
        data={[...new Set([...countries, ...(draft.country ? [draft.country] : [])])]
          .map((iso) => ({ value: iso, label: name(iso) }))
          .toSorted((a, b) => a.label.localeCompare(b.label))}
        onChange={(country) => onChange({ country, form: null })}
      />
      <Select
        className="cert-two"
        label={t('form')}
        clearable
        value={draft.form}
        disabled={offered.length === 0}
        data={offered.map((form) => ({ value: form.id, label: zh ? form.name.zh : form.name.en }))}
        onChange={(form) => onChange({ form })}
      />
    </>
  );
}
