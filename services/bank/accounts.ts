import type { ReadDb } from '../../db/connection.ts';
import { listBankAccounts } from '../../db/queries/bank-accounts.ts';
import { stateCounts } from '../../db/queries/bank-list.ts';
import { isZero } from '../../domain/money/amount.ts';
import type { BankAccountRow } from '../contract/bank.ts';
import { viewStatements } from './view.ts';

/** Every account with what its statements say, and whether they follow one another. */
export function viewAccounts(read: ReadDb): BankAccountRow[] {
  const counts = stateCounts(read);
  const count = (account: number, state: string): number => counts.find((c) => c.account === account && c.state === state)?.n ?? 0;
  return listBankAccounts(read).map((account) => {
    const statements = viewStatements(read, { account: account.id }).filter((s) => s.state === 'active');
    const latest = statements
      .filter((s) => s.closing !== null)
      .reduce<(typeof statements)[number] | null>((a, b) => (a === null || b.last > a.last ? b : a), null);
    const days = statements.flatMap((s) => [s.first, s.last]).toSorted();
    return {
      ...account,
      statements: statements.length,
      open: count(account.id, 'open'),
      matched: count(account.id, 'matched'),
      ignored: count(account.id, 'ignored'),
      balance: latest?.closing ?? null,
      balanceOn: latest?.last ?? null,
      first: days[0] ?? null,
      last: days.at(-1) ?? null,
      gaps: statements.filter((s) => s.continuity?.state === 'gap').length,
      differences: statements.filter((s) => s.difference !== null && !isZero(s.difference)).length,
    };
  });
}
