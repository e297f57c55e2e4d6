import type { AccountKind } from '../../domain/bank/statement.ts';
import type { ReadDb, WriteDb } from '../connection.ts';

export interface BankAccountFacts {
  number: string;
  bank: string;
  name: string;
  kind: AccountKind;
  currency: string;
}
export interface BankAccountRecord extends BankAccountFacts {
  id: number;
}

export const listBankAccounts = (read: ReadDb): BankAccountRecord[] =>
  read.all<BankAccountRecord>('SELECT * FROM bank_account ORDER BY name, number, currency');

export const bankAccountById = (read: ReadDb, id: number): BankAccountRecord | undefined =>
  read.get<BankAccountRecord>('SELECT * FROM bank_account WHERE id = ?', [id]);

export const bankAccountNumbered = (read: ReadDb, number: string, currency: string): BankAccountRecord | undefined =>
  read.get<BankAccountRecord>('SELECT * FROM bank_account WHERE number = ? AND currency = ?', [number, currency]);

export const insertBankAccount = (write: WriteDb, facts: BankAccountFacts): number =>
  write.run('INSERT INTO bank_account (number, bank, name, kind, currency) VALUES (:number, :bank, :name, :kind, :currency)', { ...facts })
    .id;

export const updateBankAccount = (write: WriteDb, id: number, { name, kind }: Pick<BankAccountFacts, 'name' | 'kind'>): void =>
  void write.run('UPDATE bank_account SET name = ?, kind = ? WHERE id = ?', [name, kind, id]);

/** What the audit trail holds of an account. */
export const bankAccountSnapshot = ({ id: _id, ...facts }: BankAccountRecord): Record<string, unknown> => ({ ...facts });
export const bankAccountSubject = (id: number): string => `bank-account:${id}`;
