import { Button, TextInput } from '@mantine/core';
import { IconBuilding } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { AppError } from '../../../../domain/result.ts';
import type { KnownAccount } from '../../../../services/contract/accounts.ts';
import { useAccount, useParam } from '../../../app/place.ts';
import { rowsOf } from '../../../app/usePages.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/accounts.json';
import { DataTable, EmptyState, ErrorState, FormGrid, Ident, Inspector, InspectorPart, Wide, type DataColumn } from '../../../ui/index.ts';
import { sumsOf } from './company-sums.ts';
import type { AccountList } from './Directory.tsx';
import { entryOf, type KeepAccounts } from './useKeepAccounts.tsx';

interface Company {
  name: string;
  accounts: KnownAccount[];
}

/** The companies of the book with what their accounts used; one opens for its accounts and a new name. */
export function Companies({ choice, list, keeper }: { choice: ReactNode; list: AccountList | undefined; keeper: KeepAccounts }) {
  const t = useWords<typeof words>('accounts');
  const [openName, setOpenName] = useParam('company-entry');
  const all = new Map(list?.accounts.map((account) => [account.id, account]));
  const companies = (list?.companies ?? []).map(({ name, accounts }): Company => ({
    name,
    accounts: accounts.flatMap((id) => all.get(id) ?? []),
  }));
  const sums = new Map(companies.map((company) => [company.name, sumsOf(company.accounts)]));
  const currencies = [...new Set([...sums.values()].flatMap(Object.keys))].toSorted();
  const columns: DataColumn<Company>[] = [
    { id: 'name', header: t('company'), grow: true, value: (company) => company.name },
    { id: 'count', header: t('count'), kind: 'count', width: 96, value: (company) => company.accounts.length },
    ...currencies.map((currency): DataColumn<Company> => ({
      id: `used:${currency}`,
      header: t('used'),
      kind: 'amount',
      width: 160,
      currency,
      value: (company) => sums.get(company.name)?.[currency],
    })),
  ];
  const open = companies.find(({ name }) => name === openName);
  return (
    <>
      <DataTable
        id="companies"
        label={t('companies')}
        columns={columns}
        source={rowsOf(companies, { loading: list === undefined })}
        rowId={(company) => company.name}
        activeId={openName}
        onOpen={(company) => setOpenName(company.name)}
        toolbar={choice}
        empty={<EmptyState icon={IconBuilding} title={t('emptyCompanies')} text={t('emptyCompaniesText')} />}
      />
      {open && (
        <CompanyInspector
          key={open.name}
          company={open}
          keeper={keeper}
          onClose={() => setOpenName(null)}
          onRenamed={(name) => setOpenName(name)}
        />
      )}
    </>
  );
}

function CompanyInspector({
  company,
  keeper,
  onClose,
  onRenamed,
}: {
  company: Company;
  keeper: KeepAccounts;
  onClose: () => void;
  onRenamed: (name: string) => void;
}) {
  const t = useWords<typeof words>('accounts');
  const { setCompany } = useAccount();
  const [name, setName] = useState(company.name);
  const [error, setError] = useState<AppError | null>(null);
  const wanted = name.trim();
  const rename = async (): Promise<void> => {
    const failed = await keeper.keep(company.accounts.map((account) => ({ ...entryOf(account), company: wanted })));
    setError(failed);
    if (!failed) onRenamed(wanted);
  };
  return (
    <Inspector title={company.name} onClose={onClose}>
      <div className="accounts-inspector">
        <FormGrid
          label={t('rename')}
          onSubmit={() => {
            if (wanted !== '' && wanted !== company.name) void rename();
          }}
          actions={
            <>
              <Button type="submit" disabled={wanted === '' || wanted === company.name} loading={keeper.busy}>
                {t('rename')}
              </Button>
              <Button variant="default" onClick={() => setCompany(company.name)}>
                {t('hold')}
              </Button>
            </>
          }
        >
          <Wide>
            <TextInput
              label={t('newName')}
              description={t('renameHelp')}
              value={name}
              maxLength={120}
              onChange={(e) => setName(e.currentTarget.value)}
            />
          </Wide>
          {error && (
            <Wide>
              <ErrorState error={error} />
            </Wide>
          )}
        </FormGrid>
        <InspectorPart title={t('members')}>
          <ul className="accounts-members">
            {company.accounts.map((account) => (
              <li key={account.id}>
                <Ident value={account.id} length={30} />
                {account.name && <span className="dim"> {account.name}</span>}
              </li>
            ))}
          </ul>
        </InspectorPart>
      </div>
    </Inspector>
  );
}
