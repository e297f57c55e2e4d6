import { Autocomplete, SegmentedControl, Select, TextInput } from '@mantine/core';
import { STATUSES } from '../../../../domain/tax/status.ts';
import { Wide } from '../../../ui/index.ts';
import type { Options } from '../../start/profile.ts';
import type { DraftPart } from './rule-draft.ts';
import { useRuleWords } from './rule-words.ts';

/** For whom the rule is: country, entity, status, region; names of what the pack does not know. */
export function CaseOfRule({
  draft,
  options,
  known,
  change,
}: DraftPart & { options: Options; known: { country: boolean; entity: boolean } }) {
  const { t, word, status } = useRuleWords();
  const upper = (text: string): string => text.toUpperCase();
  return (
    <>
      <Wide>
        <SegmentedControl
          aria-label={t('filter.kind')}
          value={draft.kind}
          onChange={(kind) =>
            change(
              kind === 'wht'
                ? { kind, treatment: 'withheld_from_payment', remittedBy: 'customer' }
                : { kind: 'indirect', treatment: 'charged', remittedBy: 'seller' },
            )
          }
          data={(['indirect', 'wht'] as const).map((kind) => ({ value: kind, label: word(`kind.${kind}`) }))}
        />
      </Wide>
      <Autocomplete
        size="xs"
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        label={t('country')}
        required
        value={draft.country}
        maxLength={2}
        data={options.countries.map((c) => c.iso)}
        onChange={(text) => change({ country: upper(text) })}
      />
      <Autocomplete
        size="xs"
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        label={t('entity')}
        description={t('entityHint')}
        value={draft.entity}
        maxLength={40}
        data={options.entities.map((e) => e.id)}
        onChange={(text) => change({ entity: upper(text) })}
      />
      {!known.country && draft.country.length === 2 && (
        <>
          <TextInput
            label={t('countryEn')}
            required
            value={draft.countryEn}
            onChange={(e) => change({ countryEn: e.currentTarget.value })}
          />
          <TextInput label={t('countryZh')} value={draft.countryZh} onChange={(e) => change({ countryZh: e.currentTarget.value })} />
          <TextInput
            label={t('currency')}
            required
            maxLength={3}
            value={draft.currency}
            onChange={(e) => change({ currency: upper(e.currentTarget.value) })}
          />
          <span />
        </>
      )}
      {!known.entity && (
        <>
          <TextInput
            label={t('entityName')}
            required
            value={draft.entityName}
            onChange={(e) => change({ entityName: e.currentTarget.value })}
          />
          <TextInput
            label={t('residence')}
            required
            maxLength={2}
            value={draft.residence}
            onChange={(e) => change({ residence: upper(e.currentTarget.value) })}
          />
        </>
      )}
      {draft.kind === 'indirect' && (
        <>
          <Select
            label={t('status')}
            allowDeselect={false}
            value={draft.status}
            data={STATUSES.map((s) => ({ value: s, label: status(s) }))}
            onChange={(value) => {
              const found = STATUSES.find((s) => s === value);
              if (found) change({ status: found });
            }}
          />
          <TextInput
            label={t('region')}
            description={t('regionHint')}
            maxLength={6}
            value={draft.region}
            onChange={(e) => change({ region: upper(e.currentTarget.value) })}
          />
        </>
      )}
    </>
  );
}
