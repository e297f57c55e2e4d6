import { Menu, TextInput } from '@mantine/core';
import { IconBuilding, IconCheck, IconChevronDown, IconUser } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useWords } from '../i18n/index.ts';
import type accountWords from '../i18n/en/accounts.json';
import type words from '../i18n/en/frame.json';
import { accountGroups } from './account-groups.ts';
import { useCall } from './hooks.ts';
import { useAccount, useGo, usePeriod } from './place.ts';

/** From so many accounts on, they can be searched. */
const MANY = 12;

/**
 * The account or company that all views are held to; there only when the period has more than one account, or the book a company.
 * Accounts stand under their companies, with the names that they were given.
 */
export function AccountPicker() {
  const t = useWords<typeof words>('frame');
  const own = useWords<typeof accountWords>('accounts');
  const go = useGo();
  const { period } = usePeriod();
  const { account, company, setAccount, setCompany } = useAccount();
  const facets = useCall('bills/facets', { period, column: 'account', limit: 1000 }, { enabled: period !== null, keep: true });
  const list = useCall('accounts/names', {});
  const [search, setSearch] = useState('');
  const there = (facets.data ?? []).flatMap((facet) => facet.value ?? []);
  const groups = accountGroups(list.data?.accounts ?? [], there, search);
  const names = new Map(list.data?.accounts.map(({ id, name }) => [id, name]));
  const gone = company !== null && list.data !== undefined && !list.data.companies.some(({ name }) => name === company);
  // A company that is no more, or that another book had.
  useEffect(() => {
    if (gone) setCompany(null);
  }, [gone, setCompany]);
  if (there.length < 2 && account === null && company === null && !list.data?.companies.length) return null;
  const label = company ?? (account === null ? t('allAccounts') : (names.get(account) ?? account));
  const said = company !== null ? own('picker.companyIs', { company }) : account !== null ? t('accountIs', { account: label }) : label;
  const chosen = (is: boolean) => (is ? <IconCheck size={14} aria-hidden="true" /> : <span className="menu-room" />);
  return (
    <Menu position="bottom-start" width={300} onClose={() => setSearch('')}>
      <Menu.Target>
        <button type="button" className="top-button" aria-label={said}>
          {company === null ? (
            <IconUser size={16} stroke={1.5} aria-hidden="true" />
          ) : (
            <IconBuilding size={16} stroke={1.5} aria-hidden="true" />
          )}
          <span>{label}</span>
          <IconChevronDown size={14} stroke={1.5} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown mah={480} style={{ overflow: 'auto' }}>
        {there.length > MANY && (
          <TextInput
            size="xs"
            type="search"
            p={4}
            aria-label={own('picker.findAccount')}
            placeholder={own('picker.findAccount')}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        )}
        <Menu.Item leftSection={chosen(account === null && company === null)} onClick={() => setAccount(null)}>
          {t('allAccounts')}
        </Menu.Item>
        {groups.map((group) => (
          <div key={group.company ?? ''} role="group" aria-label={group.company ?? own('picker.others')}>
            <Menu.Divider />
            {group.company === null ? (
              groups.length > 1 && <Menu.Label>{own('picker.others')}</Menu.Label>
            ) : (
              <Menu.Item
                fw={600}
                leftSection={chosen(group.company === company)}
                rightSection={<span className="dim">{own('picker.accountsOf', { count: group.size })}</span>}
                onClick={() => setCompany(group.company)}
              >
                {group.company}
              </Menu.Item>
            )}
            {group.accounts.map(({ id, name }) => (
              <Menu.Item key={id} leftSection={chosen(id === account)} onClick={() => setAccount(id)}>
                {name ?? id}
                {name !== null && <span className="dim"> {id}</span>}
              </Menu.Item>
            ))}
          </div>
        ))}
        {groups.length === 0 && <Menu.Label>{own('picker.none')}</Menu.Label>}
        <Menu.Divider />
        <Menu.Item leftSection={<span className="menu-room" />} onClick={() => go('/settings', { tab: 'accounts' })}>
          {own('picker.settings')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
