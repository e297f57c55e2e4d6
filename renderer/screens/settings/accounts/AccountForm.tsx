import { Autocomplete, Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isUnder, ROLES, type Role } from '../../../../domain/accounts/entry.ts';
import type { AppError } from '../../../../domain/result.ts';
import type { AccountEntry, KnownAccount } from '../../../../services/contract/accounts.ts';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/accounts.json';
import { ErrorState, FormGrid, Wide } from '../../../ui/index.ts';
import type { AccountList } from './Directory.tsx';
import { EntityFields } from './EntityFields.tsx';
import { entryOf, type KeepAccounts } from './useKeepAccounts.tsx';

const NEW: AccountEntry = { id: '', name: null, company: null, role: null, master: null, entities: [] };

/** What a person says of an account. It is checked as a whole when it is saved; a failure is shown here. */
export function AccountForm({
  account,
  list,
  keeper,
  onKept,
}: {
  account: KnownAccount | null;
  list: AccountList;
  keeper: KeepAccounts;
  onKept: (id: string) => void;
}) {
  const t = useWords<typeof words>('accounts');
  const common = useWordOf('common');
  const before = account ? entryOf(account) : NEW;
  const [entry, setEntry] = useState(before);
  const [error, setError] = useState<AppError | null>(null);
  const change = (part: Partial<AccountEntry>): void => setEntry((old) => ({ ...old, ...part }));
  const changed = JSON.stringify(entry) !== JSON.stringify(before);
  const save = async (next: AccountEntry): Promise<void> => {
    const failed = await keeper.keep([next]);
    setError(failed);
    if (!failed) onKept(next.id);
  };
  const masters = list.accounts.filter((other) => other.id !== entry.id && (other.role === null || other.role === 'master'));
  const said = JSON.stringify({ ...before, id: '' }) !== JSON.stringify(NEW);
  return (
    <FormGrid
      label={t('show.list')}
      onSubmit={() => {
        if (changed && entry.id.trim() !== '') void save({ ...entry, id: entry.id.trim() });
      }}
      actions={
        <>
          <Button type="submit" disabled={!changed || entry.id.trim() === ''} loading={keeper.busy}>
            {common('save')}
          </Button>
          {account && said && (
            <Button variant="default" onClick={() => void save({ ...NEW, id: account.id })}>
              {t('clear')}
            </Button>
          )}
        </>
      }
    >
      {!account && (
        <Wide>
          <TextInput label={t('id')} value={entry.id} maxLength={200} required onChange={(e) => change({ id: e.currentTarget.value })} />
        </Wide>
      )}
      <TextInput
        label={t('name')}
        value={entry.name ?? ''}
        maxLength={120}
        onChange={(e) => change({ name: e.currentTarget.value || null })}
      />
      <Autocomplete
        size="xs"
        label={t('company')}
        value={entry.company ?? ''}
        maxLength={120}
        data={list.companies.map(({ name }) => name)}
        onChange={(text) => change({ company: text || null })}
      />
      <Select
        label={t('role.label')}
        value={entry.role}
        clearable
        placeholder={t('role.none')}
        data={ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
        onChange={(role) => change({ role: role as Role | null, ...(isUnder(role as Role | null) ? {} : { master: null }) })}
      />
      {isUnder(entry.role) ? (
        <Autocomplete
          size="xs"
          label={t('master')}
          value={entry.master ?? ''}
          maxLength={200}
          data={masters.map(({ id }) => id)}
          onChange={(text) => change({ master: text || null })}
        />
      ) : (
        <span />
      )}
      <Wide>
        <EntityFields periods={entry.entities} known={list.entities} onChange={(entities) => change({ entities })} />
      </Wide>
      {error && (
        <Wide>
          <ErrorState error={error} />
        </Wide>
      )}
    </FormGrid>
  );
}
