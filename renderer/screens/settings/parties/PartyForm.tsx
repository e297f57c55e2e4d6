import { Button, Select, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { checkTaxId } from '../../../../domain/tax-ids/check.ts';
import type { AppError } from '../../../../domain/result.ts';
import { useCall, useCommand } from '../../../app/hooks.ts';
import { notifyDone } from '../../../app/notify.tsx';
import { useLanguage, useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/parties.json';
import { ErrorState, FormGrid, Wide } from '../../../ui/index.ts';
import { TaxIdField } from '../../tax/TaxIdField.tsx';
import { AddressRow } from './AddressRow.tsx';
import { BankFields } from './BankFields.tsx';
import { ContactRow } from './ContactRow.tsx';
import { countries } from './countries.ts';
import { changed, emptyAddress, emptyContact, without, type PartyDraft } from './party-draft.ts';
import { Rows } from './Rows.tsx';

/** What a company is called on documents. It is checked as a whole when it is saved; a failure is shown here. */
export function PartyForm({ party, onSaved }: { party: PartyDraft; onSaved: (id: number) => void }) {
  const t = useWords<typeof words>('parties');
  const common = useWordOf('common');
  const status = useWordOf('start');
  const language = useLanguage();
  const zh = language === 'zh-CN';
  const [draft, setDraft] = useState(party);
  const [error, setError] = useState<AppError | null>(null);
  // A number that was kept before was confirmed then.
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set(party.taxIds.map(({ value }) => value)));
  const save = useCommand('parties/save', { quiet: true });
  const options = useCall('tax/options', {});
  const all = useMemo(() => countries(language), [language]);
  const rules = options.data?.countries.find(({ iso }) => iso === draft.country);
  const set = (part: Partial<PartyDraft>): void => setDraft((old) => ({ ...old, ...part }));
  const dirty = JSON.stringify(draft) !== JSON.stringify(party);
  const unsure = draft.taxIds.some(
    ({ scheme, value }) =>
      !confirmed.has(value) &&
      value.trim() !== '' &&
      checkTaxId({ country: draft.country, region: draft.region, scheme: scheme || null, value }).outcome === 'wrong-shape',
  );
  const ready = dirty && draft.name.trim() !== '' && !unsure;
  const submit = async (): Promise<void> => {
    const result = await save.run(draft);
    setError(result.ok ? null : result.error);
    if (!result.ok) return;
    notifyDone(t('saved', { name: result.value.name }));
    onSaved(result.value.id);
  };
  return (
    <FormGrid
      label={t('form')}
      onSubmit={() => {
        if (ready) void submit();
      }}
      actions={
        <Button type="submit" disabled={!ready} loading={save.busy}>
          {common('save')}
        </Button>
      }
    >
      <Wide>
        <div className="party-form">
          <Select
            size="xs"
            label={t('kind.label')}
            allowDeselect={false}
            value={draft.kind}
            data={(['own', 'vendor', 'customer'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
            onChange={(kind) => set({ kind: kind === 'own' || kind === 'vendor' ? kind : 'customer' })}
          />
          <TextInput
            size="xs"
            label={t('name')}
            description={t('nameHint')}
            required
            value={draft.name}
            maxLength={300}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <TextInput
            size="xs"
            label={t('nameLocal')}
            value={draft.nameLocal ?? ''}
            maxLength={300}
            onChange={(event) => set({ nameLocal: event.currentTarget.value || null })}
          />
          <Select
            size="xs"
            label={t('country')}
            searchable
            allowDeselect={false}
            value={draft.country}
            data={all}
            onChange={(country) => country && set({ country, region: null, status: null })}
          />
          {rules && rules.regions.length > 0 && (
            <Select
              size="xs"
              label={t('region')}
              searchable
              clearable
              value={draft.region}
              data={rules.regions}
              onChange={(region) => set({ region })}
            />
          )}
          {rules && draft.kind !== 'vendor' && (
            <Select
              size="xs"
              label={t('status')}
              clearable
              value={draft.status}
              data={rules.statuses.map((value) => ({ value, label: status(`status.${value}`) }))}
              onChange={(value) => set({ status: rules.statuses.find((s) => s === value) ?? null })}
            />
          )}
          {draft.kind === 'vendor' && options.data && (
            <Select
              size="xs"
              label={t('entity')}
              description={t('entityHint')}
              clearable
              value={draft.entity}
              data={options.data.entities.map((e) => ({ value: e.id, label: zh ? e.nameZh : e.name }))}
              onChange={(entity) => set({ entity })}
            />
          )}
          <Rows
            title={t('taxIds')}
            add={t('taxId.add')}
            remove={(index) => t('taxId.remove', { number: index + 1 })}
            items={draft.taxIds}
            onAdd={() => set({ taxIds: [...draft.taxIds, { scheme: '', value: '' }] })}
            onRemove={(index) => set({ taxIds: without(draft.taxIds, index) })}
            row={(taxId, index) => (
              <TaxIdField
                country={draft.country}
                region={draft.region}
                taxId={taxId}
                onChange={(part) => set({ taxIds: changed(draft.taxIds, index, part) })}
                confirmed={confirmed.has(taxId.value)}
                onConfirm={(yes) => setConfirmed((old) => new Set([...old, taxId.value].filter((v) => yes || v !== taxId.value)))}
              />
            )}
          />
          <Rows
            title={t('addresses')}
            add={t('address.add')}
            remove={(index) => t('address.remove', { number: index + 1 })}
            items={draft.addresses}
            onAdd={() =>
              set({
                addresses: [
                  ...draft.addresses,
                  emptyAddress(draft.addresses.some(({ use }) => use === 'legal') ? 'mailing' : 'legal', draft.country),
                ],
              })
            }
            onRemove={(index) => set({ addresses: without(draft.addresses, index) })}
            row={(address, index) => (
              <AddressRow
                address={address}
                countries={all}
                onChange={(part) => set({ addresses: changed(draft.addresses, index, part) })}
              />
            )}
          />
          <Rows
            title={t('contacts')}
            add={t('contact.add')}
            remove={(index) => t('contact.remove', { number: index + 1 })}
            items={draft.contacts}
            onAdd={() => set({ contacts: [...draft.contacts, emptyContact] })}
            onRemove={(index) => set({ contacts: without(draft.contacts, index) })}
            row={(contact, index) => (
              <ContactRow contact={contact} onChange={(part) => set({ contacts: changed(draft.contacts, index, part) })} />
            )}
          />
          <BankFields bank={draft.bank} onChange={(bank) => set({ bank })} />
          <div className="party-pair">
            <TextInput
              size="xs"
              label={t('endpointScheme')}
              value={draft.endpoint?.scheme ?? ''}
              maxLength={10}
              onChange={(event) => set({ endpoint: endpointOf(event.currentTarget.value, draft.endpoint?.id ?? '') })}
            />
            <TextInput
              size="xs"
              label={t('endpointId')}
              value={draft.endpoint?.id ?? ''}
              maxLength={120}
              onChange={(event) => set({ endpoint: endpointOf(draft.endpoint?.scheme ?? '', event.currentTarget.value) })}
            />
          </div>
          {error && <ErrorState error={error} />}
        </div>
      </Wide>
    </FormGrid>
  );
}

const endpointOf = (scheme: string, id: string): { scheme: string; id: string } | null =>
  scheme === '' && id === '' ? null : { scheme, id };
