import type { BankPreviewStatement } from '../../../../services/contract/bank.ts';
import { useWords } from '../../../i18n/index.ts';
import { useTell } from '../../../i18n/told.ts';
import type words from '../../../i18n/en/bank.json';
import { Amount, StatusMark } from '../../../ui/index.ts';
import { BalanceTable } from './BalanceTable.tsx';
import { FollowMark, SumMark } from './marks.tsx';
import { Rejects } from './Rejects.tsx';

/** A statement as it would be taken: its sums, how it follows, what is new, and its first lines. */
export function PreviewStatement({ statement: s }: { statement: BankPreviewStatement }) {
  const t = useWords<typeof words>('bank');
  const tell = useTell();
  const { account } = s;
  return (
    <section className="bk-statement" aria-label={`${account.number} ${s.first}`}>
      <header className="bk-head">
        <h3>{account.name || account.number}</h3>
        {account.name !== '' && <span className="dim">{account.number}</span>}
        <span>
          {s.first} – {s.last}
        </span>
        <span className="dim">{account.kind === 'card' ? t('card') : t('bankAccount')}</span>
        {account.id === null && <StatusMark mark="explained" label={t('newAccount')} />}
      </header>
      <div className="bk-columns">
        <div className="bk-side">
          <BalanceTable figures={s} currency={account.currency} />
          <p>
            <SumMark statement={s} />
          </p>
          <p>
            <FollowMark continuity={s.continuity} />
          </p>
          <p>{t('counts', { rows: s.rows, added: s.added, duplicates: s.duplicates, rejected: s.rejected })}</p>
          {s.notices.map((notice, at) => (
            <p key={at}>
              <StatusMark mark="due" label={tell.sentence(notice)} />
            </p>
          ))}
        </div>
        <div className="bk-preview">
          {s.lines.length > 0 && (
            <table className="entry">
              <thead>
                <tr>
                  <th scope="col">{t('column.booked')}</th>
                  <th scope="col" className="end">
                    {t('column.amount')} ({account.currency})
                  </th>
                  <th scope="col">{t('column.counterparty')}</th>
                  <th scope="col">{t('column.reference')}</th>
                  <th scope="col">{t('column.text')}</th>
                  <th scope="col">
                    <span className="visually-hidden">{t('stateHead')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {s.lines.slice(0, 50).map((l, at) => (
                  <tr key={at} className={l.known ? 'dim' : undefined}>
                    <td>{l.booked}</td>
                    <td className="end">
                      <Amount value={l.amount} currency={account.currency} column={2} plainZero />
                    </td>
                    <td>{l.counterparty}</td>
                    <td>{l.reference}</td>
                    <td>{l.text}</td>
                    <td>{l.known ? t('known') : ''}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {s.lines.length + s.more > 50 && <p className="dim">{t('more', { count: s.lines.length + s.more - 50 })}</p>}
        </div>
      </div>
      <Rejects rejects={s.rejects} />
    </section>
  );
}
