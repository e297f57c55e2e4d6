import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { checkPattern, numberAt, RESETS } from '../../../../domain/parties/series.ts';
import type { AppError } from '../../../../domain/result.ts';
import type { SeriesShown } from '../../../../services/contract/parties.ts';
import { useCommand } from '../../../app/hooks.ts';
import { notifyDone } from '../../../app/notify.tsx';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/parties.json';
import { ErrorState, FormGrid, Wide } from '../../../ui/index.ts';

const NEW = { name: '', forKind: 'invoice', pattern: 'INV-{YYYY}-{####}', resets: 'year' } as const;

/** A series with an example of its numbers while it is typed; what has given out numbers keeps its pattern. */
export function SeriesForm({ series, onSaved }: { series: SeriesShown | null; onSaved: (id: number) => void }) {
  const t = useWords<typeof words>('parties');
  const common = useWordOf('common');
  const [draft, setDraft] = useState<Pick<SeriesShown, 'name' | 'forKind' | 'pattern' | 'resets'>>(series ?? NEW);
  const [error, setError] = useState<AppError | null>(null);
  const save = useCommand('series/save', { quiet: true });
  const used = (series?.taken ?? 0) > 0;
  const set = (part: Partial<typeof draft>): void => setDraft((old) => ({ ...old, ...part }));
  const fits = checkPattern(draft.pattern, draft.resets).ok;
  const submit = async (): Promise<void> => {
    const { name, forKind, pattern, resets } = draft;
    const result = await save.run({ id: series?.id ?? null, name, forKind, pattern, resets });
    setError(result.ok ? null : result.error);
    if (!result.ok) return;
    notifyDone(t('saved', { name: result.value.name }));
    onSaved(result.value.id);
  };
  return (
    <FormGrid
      label={t('series.form')}
      onSubmit={() => {
        if (draft.name.trim() !== '') void submit();
      }}
      actions={
        <Button type="submit" disabled={draft.name.trim() === ''} loading={save.busy}>
          {common('save')}
        </Button>
      }
    >
      <Wide>
        <div className="party-form">
          <TextInput
            size="xs"
            label={t('series.name')}
            required
            value={draft.name}
            maxLength={80}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <Select
            size="xs"
            label={t('series.for')}
            allowDeselect={false}
            disabled={used}
            value={draft.forKind}
            data={(['invoice', 'credit-note'] as const).map((value) => ({ value, label: t(`series.kind.${value}`) }))}
            onChange={(kind) => set({ forKind: kind === 'credit-note' ? 'credit-note' : 'invoice' })}
          />
          <TextInput
            size="xs"
            label={t('series.pattern')}
            description={used ? t('series.used') : t('series.patternHint')}
            disabled={used}
            value={draft.pattern}
            maxLength={80}
            classNames={{ input: 'mono' }}
            onChange={(event) => set({ pattern: event.currentTarget.value })}
          />
          <Select
            size="xs"
            label={t('series.resets')}
            allowDeselect={false}
            disabled={used}
            value={draft.resets}
            data={RESETS.map((value) => ({ value, label: t(`series.reset.${value}`) }))}
            onChange={(value) => set({ resets: RESETS.find((r) => r === value) ?? 'never' })}
          />
          <p className="dim" role="status">
            {fits
              ? t('series.example', {
                  first: numberAt(draft.pattern, '2026-01-31', 1),
                  next: numberAt(draft.pattern, '2026-01-31', 2),
                })
              : t('series.noExample')}
          </p>
          {error && <ErrorState error={error} />}
        </div>
      </Wide>
    </FormGrid>
  );
}
