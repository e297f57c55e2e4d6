import { Select } from '@mantine/core';
import type { PartyKind } from '../../../domain/parties/party.ts';
import { useCall } from '../../app/hooks.ts';
import { useGo } from '../../app/place.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/making.json';

/** One of the book's parties of the kinds; the archived are not offered, but the chosen one stays. Where there is none, the way to enter one. */
export function PartySelect({
  label,
  kinds,
  value,
  required = false,
  onChange,
}: {
  label: string;
  kinds: readonly PartyKind[];
  value: number | null;
  required?: boolean;
  onChange: (id: number | null) => void;
}) {
  const t = useWords<typeof words>('making');
  const go = useGo();
  const list = useCall('parties/list', {});
  const fitting = (list.data?.parties ?? []).filter((party) => party.id === value || (kinds.includes(party.kind) && !party.archived));
  return (
    <Select
      label={label}
      required={required}
      clearable={!required}
      allowDeselect={!required}
      searchable
      value={value === null ? null : String(value)}
      data={fitting.map((party) => ({ value: String(party.id), label: party.name }))}
      placeholder={list.data && fitting.length === 0 ? t('noParty') : required ? t('choose') : ''}
      nothingFoundMessage={t('noParty')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={
        list.data && fitting.length === 0 ? (
          <button type="button" className="link" onClick={() => go('/settings', { tab: 'parties' })}>
            {t('toParties')}
          </button>
        ) : undefined
      }
      onChange={(next) => onChange(next === null ? null : Number(next))}
    />
  );
}
