import type { ReadStatement, StatementFormat } from '../../../../domain/bank/statement.ts';
import type { Said } from '../../../../domain/words/said.ts';
import type { TableRead } from '../table/message.ts';

/** To the parser process: one file that may be a statement of a bank or card. */
export interface BankRequest {
  type: 'bank';
  path: string;
  name: string;
}

/** What the file is and says. Statements are understood; a table is handed over whole, and its columns are understood later. */
export interface BankRead {
  type: 'bank-read';
  sha256: string;
  size: number;
  content:
    | { kind: 'statements'; format: StatementFormat; encoding: string; evidence: Said; statements: ReadStatement[] }
    | { kind: 'table'; table: TableRead };
}
