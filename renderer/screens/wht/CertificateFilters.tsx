import { Select } from '@mantine/core';
import { formById } from '../../../domain/wht/forms/index.ts';
import { SIDES } from '../../../domain/wht/certificate.ts';
import type { Certificate } from '../../../services/contract/wht.ts';
import { useParam } from '../../app/place.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/certificate.json';
import { useCountryName } from '../tax/country-name.ts';

const distinct = (values: readonly (string | null)[]): string[] => [...new Set(values.filter((v) => v !== null))].toSorted();

/** Side, country and form in the address; each is offered only where the certificates differ in it. */
export function CertificateFilters({ certificates }: { certificates: readonly Certificate[] }) {
  const t = useWords<typeof words>('certificate');
  const name = useCountryName();
  const [side, setSide] = useParam('side');
  const [country, setCountry] = useParam('country');
  const [form, setForm] = useParam('form');
  const offered = [
    {
      id: 'side',
      value: side,
      set: setSide,
      data: SIDES.filter((s) => certificates.some((c) => c.side === s)).map((s) => ({ value: s as string, label: t(`sides.${s}`) })),
    },
    {
      id: 'country',
      value: country,
      set: setCountry,
      data: distinct(certificates.map((c) => c.country)).map((iso) => ({ value: iso, label: name(iso) })),
    },
    {
      id: 'form',
      value: form,
      set: setForm,
      data: distinct(certificates.map((c) => c.form)).map((id) => ({ value: id, label: formById(id)?.short ?? id })),
    },
  ] as const;
  return offered
    .filter((filter) => filter.data.length > 1 || filter.value !== null)
    .map((filter) => (
      <Select
        key={filter.id}
        size="xs"
        w={170}
        clearable
        aria-label={t(filter.id)}
        placeholder={t(filter.id)}
        value={filter.value}
        data={filter.data}
        onChange={(value) => filter.set(value, { replace: true })}
      />
    ));
}

/** The certificates that the address asks for. */
export function useFiltered(certificates: readonly Certificate[]): readonly Certificate[] {
  const [side] = useParam('side');
  const [country] = useParam('country');
  const [form] = useParam('form');
  return certificates.filter(
    (c) => (side === null || c.side === side) && (country === null || c.country === country) && (form === null || c.form === form),
  );
}
