import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AppError } from '../../../../domain/result.ts';
import { useCommand } from '../../../app/hooks.ts';
import { notifyDone } from '../../../app/notify.tsx';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/selfAccount.json';
import { DateInput, ErrorState, FormGrid, Wide } from '../../../ui/index.ts';
import { isRate } from '../case.ts';
import { useCountryName } from '../country-name.ts';

/** Sets the rate that the user reports with in a country from a day on; `hint` is what the rules print for others. */
export function RateForm({
  country: first,
  countries,
  from: day,
  hint,
}: {
  country: string | null;
  countries: readonly string[];
  from: string;
  hint: string | null;
}) {
  const t = useWords<typeof words>('selfAccount');
  const common = useWordOf('common');
  const name = useCountryName();
  const save = useCommand('selfAccount/setRate', { quiet: true });
  const [draft, setDraft] = useState({ country: first, from: day as string | null, to: null as string | null, rate: '', box: '' });
  const [error, setError] = useState<AppError | null>(null);
  const set = (part: Partial<typeof draft>): void => setDraft((old) => ({ ...old, ...part }));
  const rate = draft.rate.trim();
  const ready = draft.country !== null && draft.from !== null && rate !== '' && isRate(rate);
  const submit = async (): Promise<void> => {
    if (!ready) return;
    const result = await save.run({ country: draft.country!, from: draft.from!, to: draft.to, ratePct: rate, box: draft.box });
    setError(result.ok ? null : result.error);
    if (!result.ok) return;
    notifyDone(t('rateSaved', { country: draft.country!, rate }));
    set({ rate: '', box: '' });
  };
  return (
    <FormGrid
      label={t('setRate')}
      onSubmit={() => void submit()}
      actions={
        <Button type="submit" size="xs" disabled={!ready} loading={save.busy}>
          {common('save')}
        </Button>
      }
    >
      <Wide>
        <Select
          size="xs"
          label={t('country')}
          required
          searchable
          value={draft.country}
          data={countries.map((iso) => ({ value: iso, label: name(iso) }))}
          onChange={(country) => set({ country })}
        />
      </Wide>
      <DateInput size="xs" label={t('rateFrom')} required value={draft.from} onChange={(from) => set({ from })} />
      <DateInput size="xs" label={t('rateTo')} value={draft.to} onChange={(to) => set({ to })} />
      <TextInput
        size="xs"
        label={t('rate')}
        required
        inputMode="decimal"
        rightSection={<span className="unit">%</span>}
        classNames={{ input: 'amount-input' }}
        value={draft.rate}
        error={rate === '' || isRate(rate) ? undefined : t('rateInvalid')}
        description={hint ? t('hint', { rate: hint }) : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        onChange={(event) => set({ rate: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        label={t('box')}
        placeholder={t('boxHint')}
        maxLength={200}
        value={draft.box}
        onChange={(event) => set({ box: event.currentTarget.value })}
      />
      {error && (
        <Wide>
          <ErrorState error={error} />
        </Wide>
      )}
    </FormGrid>
  );
}
