import { SegmentedControl } from '@mantine/core';
import type { BankAccountRow } from '../../../../services/contract/bank.ts';
import { useParam } from '../../../app/place.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/bank.json';
import { Amount, Ident, StatusMark } from '../../../ui/index.ts';

/** Accounts as filters: balance, what is open, and what is wrong; beside them the choice between lines and statements. */
export function AccountStrip({ accounts }: { accounts: readonly BankAccountRow[] }) {
  const t = useWords<typeof words>('bank');
  const [account, setAccount] = useParam('account');
  const [show, setShow] = useParam('show');
  return (
    <div className="bk-accounts">
      <div className="bk-account-list" role="group" aria-label={t('accounts')}>
        <button type="button" className="bk-account" aria-pressed={account === null} onClick={() => setAccount(null)}>
          <b>{t('all')}</b>
          <span className="dim">{t('openCount', { count: accounts.reduce((n, a) => n + a.open, 0) })}</span>
        </button>
        {accounts.map((a) => (
          <button
            key={a.id}
            type="button"
            className="bk-account"
            aria-pressed={account === String(a.id)}
            onClick={() => setAccount(String(a.id))}
          >
            <b title={a.number}>{a.name === '' ? <Ident value={a.number} length={22} /> : a.name}</b>
            <span>
              {a.balance === null ? (
                <span className="dim">{a.currency}</span>
              ) : (
                <Amount value={a.balance} currency={a.currency} plainZero showCurrency />
              )}
            </span>
            <span className="dim">
              {t('openCount', { count: a.open })}
              {a.last === null ? '' : ` · ${t('until', { day: a.last })}`}
            </span>
            {a.gaps + a.differences > 0 && <StatusMark mark="fail" label={t('wrong', { count: a.gaps + a.differences })} />}
          </button>
        ))}
      </div>
      <SegmentedControl
        size="xs"
        aria-label={t('show')}
        value={show === 'statements' ? 'statements' : 'lines'}
        onChange={(value) => setShow(value === 'lines' ? null : value)}
        data={[
          { value: 'lines', label: t('lines') },
          { value: 'statements', label: t('statements') },
        ]}
      />
    </div>
  );
}
