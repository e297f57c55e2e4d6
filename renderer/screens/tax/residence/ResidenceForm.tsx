import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { INVOICE_KINDS } from '../../../../domain/attachments/kinds.ts';
import type { AppError } from '../../../../domain/result.ts';
import { useCall, useCommand } from '../../../app/hooks.ts';
import { notifyDone } from '../../../app/notify.tsx';
import type { GrantedFile } from '../../../host/bridge.ts';
import { useLanguage, useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/residence.json';
import { DateInput, ErrorState, FileDrop, FormGrid, Wide } from '../../../ui/index.ts';
import { judgeFile } from '../../documents/judge-file.ts';
import { PickedFiles } from '../../documents/PickedFiles.tsx';
import type { Options } from '../../start/profile.ts';
import { useCountryName } from '../country-name.ts';

const EMPTY = {
  holder: null as string | null,
  residence: null as string | null,
  forCountry: null as string | null,
  number: '',
  validFrom: null as string | null,
  validTo: null as string | null,
  note: '',
};

/** Records a certificate with its paper. Choosing a contracting entity fills in where it is resident. */
export function ResidenceForm({ options, country, onSaved }: { options: Options; country: string; onSaved: (id: number) => void }) {
  const t = useWords<typeof words>('residence');
  const common = useWordOf('common');
  const zh = useLanguage() === 'zh-CN';
  const name = useCountryName();
  const parties = useCall('parties/list', {});
  const save = useCommand('residence/add', { quiet: true });
  const [draft, setDraft] = useState({ ...EMPTY, forCountry: country as string | null });
  const [file, setFile] = useState<GrantedFile | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const set = (part: Partial<typeof draft>): void => setDraft((old) => ({ ...old, ...part }));
  const { holder, residence, forCountry, number, validFrom, validTo } = draft;
  const ready = holder && residence && forCountry && number.trim() !== '' && validFrom && validTo;
  const submit = async (): Promise<void> => {
    if (!ready) return;
    const [kind, id = ''] = holder.split(':');
    const result = await save.run({
      entity: kind === 'entity' ? id : null,
      partyId: kind === 'party' ? Number(id) : null,
      residence,
      forCountry,
      number,
      validFrom,
      validTo,
      note: draft.note,
      file: file?.token ?? null,
    });
    setError(result.ok ? null : result.error);
    if (!result.ok) return;
    notifyDone(t('saved', { number: result.value.number }));
    onSaved(result.value.id);
  };
  const take = ([picked]: GrantedFile[]): void => {
    if (!picked) return;
    const against = judgeFile(picked, INVOICE_KINDS);
    setError(against);
    if (!against) setFile(picked);
  };
  const countries = [...new Set([...options.countries.map((c) => c.iso), ...options.entities.map((e) => e.residence)])];
  const places = countries.map((iso) => ({ value: iso, label: name(iso) })).toSorted((a, b) => a.label.localeCompare(b.label));
  return (
    <FormGrid
      label={t('adding')}
      onSubmit={() => void submit()}
      actions={
        <Button type="submit" disabled={!ready} loading={save.busy}>
          {common('save')}
        </Button>
      }
    >
      <Wide>
        <Select
          size="xs"
          label={t('holder')}
          required
          searchable
          value={holder}
          data={[
            { group: t('entityGroup'), items: options.entities.map((e) => ({ value: `entity:${e.id}`, label: zh ? e.nameZh : e.name })) },
            {
              group: t('partyGroup'),
              items: (parties.data?.parties ?? []).filter((p) => !p.archived).map((p) => ({ value: `party:${p.id}`, label: p.name })),
            },
          ].filter((group) => group.items.length > 0)}
          onChange={(value) => {
            const entity = options.entities.find((e) => value === `entity:${e.id}`);
            const party = parties.data?.parties.find((p) => value === `party:${p.id}`);
            set({ holder: value, ...(entity || party ? { residence: entity?.residence ?? party!.country } : {}) });
          }}
        />
      </Wide>
      <Select
        size="xs"
        label={t('residence')}
        required
        searchable
        value={residence}
        data={places}
        onChange={(value) => set({ residence: value })}
      />
      <Select
        size="xs"
        label={t('forCountryLong')}
        required
        searchable
        value={forCountry}
        data={places}
        onChange={(value) => set({ forCountry: value })}
      />
      <Wide>
        <TextInput
          size="xs"
          label={t('number')}
          required
          maxLength={100}
          value={number}
          onChange={(e) => set({ number: e.currentTarget.value })}
        />
      </Wide>
      <DateInput size="xs" label={t('validFrom')} required value={validFrom} onChange={(value) => set({ validFrom: value })} />
      <DateInput
        size="xs"
        label={t('validTo')}
        required
        description={t('validToHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={validTo}
        onChange={(value) => set({ validTo: value })}
      />
      <Wide>
        <Textarea
          size="xs"
          label={t('note')}
          autosize
          minRows={1}
          maxLength={4000}
          value={draft.note}
          onChange={(e) => set({ note: e.currentTarget.value })}
        />
      </Wide>
      <Wide>
        <FileDrop kind="pdf" small multiple={false} title={t('attach')} onFiles={take} />
        {file && <PickedFiles files={[file]} onRemove={() => setFile(null)} />}
        {error && <ErrorState error={error} />}
      </Wide>
    </FormGrid>
  );
}
