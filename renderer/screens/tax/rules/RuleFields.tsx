import { Select, Textarea, TextInput } from '@mantine/core';
import { DateInput, Wide } from '../../../ui/index.ts';
import { FORM_TREATMENTS, type DraftPart } from './rule-draft.ts';
import { useRuleWords } from './rule-words.ts';
import { Percent, TaxParts } from './TaxParts.tsx';

/** What holds: days, treatment, tax and rate, who remits, the document. */
export function RateFields({ draft, fixed, change }: DraftPart & { fixed: boolean }) {
  const { t, word, treatment } = useRuleWords();
  const text = (key: 'name' | 'nameZh' | 'treaty' | 'remittedTo' | 'documentKind' | 'numberPrefix', required = false) => (
    <TextInput
      label={t(key)}
      required={required}
      maxLength={200}
      value={draft[key]}
      onChange={(e) => change({ [key]: e.currentTarget.value })}
    />
  );
  return (
    <>
      <DateInput label={t('firstDay')} required={fixed} value={draft.from} onChange={(from) => change({ from })} />
      <DateInput label={t('lastDay')} description={t('lastDayHint')} value={draft.to} onChange={(to) => change({ to })} />
      <Select
        label={t('treatmentHead')}
        allowDeselect={false}
        value={draft.treatment}
        data={FORM_TREATMENTS[draft.kind].map((value) => ({ value, label: treatment(value) }))}
        onChange={(value) => {
          const found = FORM_TREATMENTS[draft.kind].find((v) => v === value);
          if (found) change({ treatment: found });
        }}
      />
      {draft.kind === 'wht' ? (
        <Percent label={t('whtRate')} description={t('whtRateHint')} value={draft.whtRate} onChange={(whtRate) => change({ whtRate })} />
      ) : (
        <TextInput
          label={t('code')}
          required
          maxLength={40}
          value={draft.code}
          onChange={(e) => change({ code: e.currentTarget.value.toUpperCase() })}
        />
      )}
      {draft.kind === 'wht' && draft.treatment === 'treaty_rate' && text('treaty', true)}
      {draft.kind === 'indirect' && (
        <>
          <Wide>
            <TaxParts draft={draft} change={change} />
          </Wide>
          {text('name', true)}
          {text('nameZh')}
        </>
      )}
      <Select
        label={t('remits')}
        clearable
        value={draft.remittedBy || null}
        data={(['seller', 'customer'] as const).map((value) => ({ value, label: word(`remitsBy.${value}`) }))}
        onChange={(value) => change({ remittedBy: value === 'seller' || value === 'customer' ? value : '' })}
      />
      {text('remittedTo')}
      {draft.kind === 'indirect' && (
        <>
          {text('documentKind')}
          {text('numberPrefix')}
        </>
      )}
    </>
  );
}

/** Where it is written, notes, and why. */
export function WhyFields({ draft, change }: DraftPart) {
  const { t } = useRuleWords();
  return (
    <>
      <Wide>
        <TextInput
          label={t('source')}
          description={t('sourceHint')}
          required
          maxLength={300}
          value={draft.source}
          onChange={(e) => change({ source: e.currentTarget.value })}
        />
      </Wide>
      <Wide>
        <Textarea
          label={t('notes')}
          autosize
          minRows={1}
          maxLength={2000}
          value={draft.notes}
          onChange={(e) => change({ notes: e.currentTarget.value })}
        />
      </Wide>
      <Wide>
        <Textarea
          label={t('reason')}
          description={t('reasonHint')}
          required
          autosize
          minRows={2}
          maxLength={4000}
          value={draft.reason}
          onChange={(e) => change({ reason: e.currentTarget.value })}
        />
      </Wide>
    </>
  );
}
