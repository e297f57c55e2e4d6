import { Menu } from '@mantine/core';
import { IconChevronDown, IconUser } from '@tabler/icons-react';
import { useWords } from '../i18n/index.ts';
import type words from '../i18n/en/frame.json';
import { useCall } from './hooks.ts';
import { useAccount, usePeriod } from './place.ts';

/** The account that all views are held to; there only when the period has more than one. */
export function AccountPicker() {
  const t = useWords<typeof words>('frame');
  const { period } = usePeriod();
  const { account, setAccount } = useAccount();
  const facets = useCall('bills/facets', { period, column: 'account' }, { enabled: period !== null, keep: true });
  const accounts = (facets.data ?? []).flatMap((facet) => (facet.value === null ? [] : [facet.value]));
  if (accounts.length < 2 && account === null) return null;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button type="button" className="top-button" aria-label={account ? t('accountIs', { account }) : t('allAccounts')}>
          <IconUser size={16} stroke={1.5} aria-hidden="true" />
          <span>{account ?? t('allAccounts')}</span>
          <IconChevronDown size={14} stroke={1.5} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflow: 'auto' }}>
        <Menu.Item fw={account === null ? 600 : 400} onClick={() => setAccount(null)}>
          {t('allAccounts')}
        </Menu.Item>
        <Menu.Divider />
        {accounts.map((name) => (
          <Menu.Item key={name} fw={name === account ? 600 : 400} onClick={() => setAccount(name)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
