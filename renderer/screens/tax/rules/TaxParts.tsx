import { Button, CloseButton, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { isPercent, type DraftPart, type RuleDraft } from './rule-draft.ts';
import { useRuleWords } from './rule-words.ts';

/** The parts of a tax with their rates; one part needs no name of its own. */
export function TaxParts({ draft: { parts }, change }: DraftPart) {
  const { t } = useRuleWords();
  const set = (index: number, part: Partial<RuleDraft['parts'][number]>): void =>
    change({ parts: parts.map((p, i) => (i === index ? { ...p, ...part } : p)) });
  return (
    <fieldset className="rule-parts">
      <legend>{t('parts')}</legend>
      <p className="dim">{t('partsHint')}</p>
      {parts.map((part, index) => (
        // Parts have no name but their place.
        // eslint-disable-next-line react/no-array-index-key
        <div key={index} className="rule-part">
          {parts.length > 1 && (
            <TextInput
              aria-label={`${t('partCode')} ${index + 1}`}
              value={part.code}
              maxLength={40}
              onChange={(e) => set(index, { code: e.currentTarget.value.toUpperCase() })}
            />
          )}
          <Percent aria-label={`${t('rate')} ${index + 1}`} value={part.ratePct} onChange={(ratePct) => set(index, { ratePct })} />
          {parts.length > 1 && (
            <CloseButton
              aria-label={t('partRemove', { n: index + 1 })}
              onClick={() => change({ parts: parts.filter((_, i) => i !== index) })}
            />
          )}
        </div>
      ))}
      {parts.length < 5 && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => change({ parts: [...parts, { code: '', ratePct: '' }] })}
        >
          {t('partAdd')}
        </Button>
      )}
    </fieldset>
  );
}

/** A percentage as text. */
export function Percent({
  value,
  onChange,
  ...props
}: {
  value: string;
  onChange: (value: string) => void;
  label?: string;
  description?: string;
  'aria-label'?: string;
}) {
  const { t } = useRuleWords();
  return (
    <TextInput
      {...props}
      value={value}
      inputMode="decimal"
      maxLength={10}
      rightSection={<span className="unit">%</span>}
      classNames={{ input: 'amount-input' }}
      error={isPercent(value) ? undefined : t('needRate')}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
