import type { WriteDb } from '../../db/connection.ts';
import type { Context } from '../runtime/services.ts';

/** One command on the open book: its transaction's connection, the instant, the person and their calendar day. */
export interface Act {
  write: WriteDb;
  at: string;
  who: string;
  today: string;
}

/** Runs the command in one transaction: everything of it, its history and its audit entry, or nothing. */
export function inTransaction<T>(context: Context, work: (act: Act) => T): T {
  const { session, host } = context;
  return session.transaction((book) => work({ write: book.write, at: session.now(), who: host.who, today: session.today() }));
}
