import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { AppError } from '../../../../domain/result.ts';
import type { AccountEntry, KnownAccount } from '../../../../services/contract/accounts.ts';
import { useActions } from '../../../actions/registry.ts';
import { useCommand } from '../../../app/hooks.ts';
import { cross, notifyDone } from '../../../app/notify.tsx';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/accounts.json';

export interface KeepAccounts {
  /** Keeps the entries; resolves to the failure, or null when it is done. */
  keep: (accounts: AccountEntry[]) => Promise<AppError | null>;
  busy: boolean;
}

/** Only what is said of the account, without what the bills say. */
export const entryOf = ({ id, name, company, role, master, entities }: KnownAccount): AccountEntry => ({
  id,
  name,
  company,
  role,
  master,
  entities,
});

const NOTICE = 'accounts-undo';

/** Keeps what is said of accounts, with an Undo for a while (key u). */
export function useKeepAccounts(): KeepAccounts {
  const t = useWords<typeof words>('accounts');
  const set = useCommand('accounts/set', { quiet: true });
  const [before, setBefore] = useState<AccountEntry[] | null>(null);
  const undo = async (entries: AccountEntry[]): Promise<void> => {
    notifications.hide(NOTICE);
    setBefore(null);
    const result = await set.run({ accounts: entries });
    if (result.ok) notifyDone(t('undone'));
  };
  useActions(
    before ? [{ id: 'accounts.undo', title: t('undoSave'), group: 'record', shortcut: 'u', perform: () => void undo(before) }] : [],
  );
  const keep = async (accounts: AccountEntry[]): Promise<AppError | null> => {
    const result = await set.run({ accounts });
    if (!result.ok) return result.error;
    const back = result.value.before;
    setBefore(back);
    notifications.hide(NOTICE);
    notifications.show({
      id: NOTICE,
      autoClose: 12_000,
      withBorder: true,
      closeButtonProps: cross(),
      message: (
        <span className="accounts-undo">
          {t('saved', { count: accounts.length, name: accounts[0]!.name ?? accounts[0]!.id })}{' '}
          <button type="button" className="link" onClick={() => void undo(back)}>
            {t('undo')}
          </button>
        </span>
      ),
    });
    return null;
  };
  return { keep, busy: set.busy };
}
