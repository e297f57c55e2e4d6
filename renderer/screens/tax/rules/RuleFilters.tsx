import { Select } from '@mantine/core';
import type { Output } from '../../../../services/contract/index.ts';
import type { RuleRow } from '../../../../services/contract/tax-rules.ts';
import { useParam } from '../../../app/place.ts';
import { FilterChip, SearchField } from '../../../ui/index.ts';
import { useRuleWords } from './rule-words.ts';

const KINDS = ['indirect', 'wht', 'evidence', 'identity'] as const;
const LAYERS = ['pack', 'own'] as const;

/** Country, kind, layer and search of the list: parts of the address. `names`: countries in the reader's language. */
export function useRuleFilter(names: ReadonlyMap<string, string>) {
  const { treatment, tax, text } = useRuleWords();
  const [country, setCountry] = useParam('country');
  const [kind, setKind] = useParam('kind');
  const [layer, setLayer] = useParam('layer');
  const [search, setSearch] = useParam('q');
  const words = (search ?? '').toLowerCase();
  const says = ({ id, rule, own }: RuleRow): boolean =>
    [id, rule.country, names.get(rule.country), rule.entity, tax(rule), rule.tax?.name, rule.tax?.nameZh, own?.reason]
      .concat(treatment(rule.treatment), text(rule.source))
      .some((part) => part?.toLowerCase().includes(words) ?? false);
  const matches = (row: RuleRow): boolean =>
    (country === null || row.rule.country === country) &&
    (kind === null || row.rule.kind === kind) &&
    (layer === null || row.layer === layer) &&
    (words === '' || says(row));
  return { names, country, setCountry, kind, setKind, layer, setLayer, search: search ?? '', setSearch, matches };
}

export function RuleFilters({
  filter,
  countries,
}: {
  filter: ReturnType<typeof useRuleFilter>;
  countries: Output<'tax/rules'>['countries'];
}) {
  const { t, word, treatment } = useRuleWords();
  const { names, country, kind, layer } = filter;
  return (
    <>
      <SearchField
        text={filter.search}
        label={t('search')}
        placeholder={t('search')}
        onChange={(q) => filter.setSearch(q, { replace: true })}
      />
      <Select
        w={180}
        searchable
        clearable
        aria-label={t('country')}
        placeholder={t('country')}
        value={country}
        data={countries.map(({ iso, indirect }) => ({
          value: iso,
          label: `${names.get(iso) ?? iso} (${iso})${indirect === 0 ? ` · ${treatment('not_stated')}` : ''}`,
        }))}
        onChange={(value) => filter.setCountry(value)}
      />
      <Select
        w={130}
        clearable
        aria-label={t('filter.kind')}
        placeholder={t('filter.kind')}
        value={kind}
        data={KINDS.map((value) => ({ value, label: word(`kind.${value}`) }))}
        onChange={(value) => filter.setKind(value)}
      />
      <Select
        w={110}
        clearable
        aria-label={t('filter.layer')}
        placeholder={t('filter.layer')}
        value={layer}
        data={LAYERS.map((value) => ({ value, label: word(`layer.${value}`) }))}
        onChange={(value) => filter.setLayer(value)}
      />
      {country !== null && !names.has(country) && (
        <FilterChip name={t('country')} value={country} onRemove={() => filter.setCountry(null)} />
      )}
    </>
  );
}
