import { Checkbox, Select, TextInput } from '@mantine/core';
import { checkTaxId } from '../../../domain/tax-ids/check.ts';
import { schemesOf } from '../../../domain/tax-ids/schemes/index.ts';
import type { TaxId } from '../../../domain/parties/party.ts';
import { useLanguage, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/taxIds.json';
import { TaxIdVerdict } from './TaxIdVerdict.tsx';
import './tax-id.css';

/**
 * A tax or registration number with its kind, judged as it is typed. Only a number of the wrong shape wants a
 * confirmation: `onConfirm` asks for it, and the form decides what it does without; nothing is refused here.
 */
export function TaxIdField({
  country,
  region = null,
  taxId,
  onChange,
  confirmed = false,
  onConfirm,
}: {
  /** ISO 3166-1 and, where it is known, ISO 3166-2. */
  country: string;
  region?: string | null;
  taxId: TaxId;
  onChange: (part: Partial<TaxId>) => void;
  confirmed?: boolean;
  onConfirm?: (confirmed: boolean) => void;
}) {
  const t = useWords<typeof words>('taxIds');
  const zh = useLanguage() === 'zh-CN';
  const schemes = schemesOf(country);
  const known = schemes.find((scheme) => scheme.id === taxId.scheme);
  const verdict = taxId.value.trim() === '' ? null : checkTaxId({ country, region, scheme: taxId.scheme || null, value: taxId.value });
  return (
    <div className="tax-id">
      {schemes.length === 0 ? (
        <TextInput
          size="xs"
          label={t('scheme')}
          value={taxId.scheme}
          maxLength={40}
          onChange={(event) => onChange({ scheme: event.currentTarget.value })}
        />
      ) : (
        <Select
          size="xs"
          label={t('scheme')}
          clearable
          searchable
          value={taxId.scheme || null}
          data={[
            ...schemes.map((s) => ({ value: s.id, label: titled(s.id, zh ? s.name.zh : s.name.en) })),
            // A kind that was written before the country had one of that name stays what it is.
            ...(known || taxId.scheme === '' ? [] : [{ value: taxId.scheme, label: taxId.scheme }]),
          ]}
          onChange={(scheme) => onChange({ scheme: scheme ?? '' })}
        />
      )}
      <TextInput
        size="xs"
        label={t('number')}
        value={taxId.value}
        maxLength={60}
        classNames={{ input: 'ident-input' }}
        placeholder={known || schemes[0] ? t('schemeHint', { example: (known ?? schemes[0]!).example }) : undefined}
        onChange={(event) => {
          onChange({ value: event.currentTarget.value });
          if (confirmed) onConfirm?.(false);
        }}
        onBlur={() => {
          // The kind that the number turned out to be, so that it need not be chosen.
          if (taxId.scheme === '' && verdict?.outcome === 'ok' && verdict.scheme !== null) onChange({ scheme: verdict.scheme });
        }}
      />
      {verdict && <TaxIdVerdict verdict={verdict} typed={taxId.value} />}
      {verdict?.outcome === 'wrong-shape' && onConfirm && (
        <Checkbox
          size="xs"
          className="tax-id-confirm"
          label={t('confirm')}
          checked={confirmed}
          onChange={(event) => onConfirm(event.currentTarget.checked)}
        />
      )}
    </div>
  );
}

/** `MST · tax code`; the id alone where the name says it already. */
const titled = (id: string, name: string): string => (name.includes(id) ? name : `${id} · ${name}`);
