import { Button } from '@mantine/core';
import type { KnownAccount } from '../../../../services/contract/accounts.ts';
import { grouped } from '../../../app/duration.ts';
import { useAccount, useGo } from '../../../app/place.ts';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/accounts.json';
import { Amount, Facts, Inspector, InspectorPart } from '../../../ui/index.ts';
import { detailsParams, exactly } from '../../bills/place.ts';
import { AccountForm } from './AccountForm.tsx';
import type { AccountList } from './Directory.tsx';
import { entryOf, type KeepAccounts } from './useKeepAccounts.tsx';

/** One account: the form of what is said of it, what the bills suggest, and what they say. Without an account, the form of a new one. */
export function AccountInspector({
  account,
  list,
  keeper,
  onClose,
  onKept,
}: {
  account: KnownAccount | null;
  list: AccountList;
  keeper: KeepAccounts;
  onClose: () => void;
  onKept: (id: string) => void;
}) {
  const t = useWords<typeof words>('accounts');
  return (
    <Inspector
      title={account ? (account.name ?? account.id) : t('add')}
      subtitle={account?.name ? account.id : undefined}
      onClose={onClose}
    >
      <div className="accounts-inspector">
        {account?.suggestion && <Suggestion key={account.id} account={account} keeper={keeper} />}
        <AccountForm key={JSON.stringify(account && entryOf(account))} account={account} list={list} keeper={keeper} onKept={onKept} />
        {account && <Bills account={account} />}
      </div>
    </Inspector>
  );
}

function Suggestion({ account, keeper }: { account: KnownAccount; keeper: KeepAccounts }) {
  const t = useWords<typeof words>('accounts');
  const { role, master, lines, others, first, last } = account.suggestion!;
  return (
    <InspectorPart title={t('suggested')}>
      <p className="accounts-evidence">
        {role === 'master'
          ? t('suggestedMaster', { count: others, from: first, to: last, lines })
          : t('suggestedSub', { master: master ?? '', from: first, to: last, lines })}
      </p>
      <Button size="xs" variant="default" loading={keeper.busy} onClick={() => void keeper.keep([{ ...entryOf(account), role, master }])}>
        {t('apply')}
      </Button>
    </InspectorPart>
  );
}

function Bills({ account }: { account: KnownAccount }) {
  const t = useWords<typeof words>('accounts');
  const common = useWordOf('common');
  const go = useGo();
  const { setAccount } = useAccount();
  const { seen } = account;
  if (!seen)
    return (
      <InspectorPart title={t('bills')}>
        <p className="dim">{t('unseen')}</p>
      </InspectorPart>
    );
  const amounts = (side: 'used' | 'paid') =>
    Object.entries(seen[side]).map(([currency, value]) => (
      <div key={currency}>
        <Amount value={value} currency={currency} showCurrency plainZero />
      </div>
    ));
  return (
    <InspectorPart title={t('bills')}>
      <Facts
        items={[
          [t('vendor'), seen.vendors.map((vendor) => common(`vendor.${vendor}`)).join(', ')],
          [t('range.label'), t('months', { from: seen.first, to: seen.last })],
          [t('lines'), grouped(seen.lines)],
          [t('used'), Object.keys(seen.used).length > 0 ? amounts('used') : null],
          [t('paid'), Object.keys(seen.paid).length > 0 ? amounts('paid') : null],
        ]}
      />
      <div className="row-actions">
        <button
          type="button"
          className="link"
          onClick={() =>
            go('/bills/details', {
              ...detailsParams({ where: [exactly('account', account.id)], allPeriods: true }),
              account: null,
              company: null,
            })
          }
        >
          {t('showLines')}
        </button>
        <button type="button" className="link" onClick={() => setAccount(account.id)}>
          {t('holdAccount')}
        </button>
      </div>
    </InspectorPart>
  );
}
