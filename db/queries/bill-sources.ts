import type { ReadDb, WriteDb } from '../connection.ts';

/** What was chosen for the files of one source (a provider's billing account). */
export interface BillSourceRow {
  id: string;
  provider: string | null;
  account: string | null;
  /** One spelling of domain/time/zone.ts; null lets each file tell. */
  time_zone: string | null;
  delivery: 'append-only' | 'replacement' | null;
  saved_at: string;
}

export const listBillSources = (read: ReadDb): BillSourceRow[] => read.all('SELECT * FROM bill_source ORDER BY id');
export const billSourceById = (read: ReadDb, id: string): BillSourceRow | undefined =>
  read.get('SELECT * FROM bill_source WHERE id = ?', [id]);

export const putBillSource = (write: WriteDb, row: BillSourceRow): void =>
  void write.run(
    `INSERT INTO bill_source (id, provider, account, time_zone, delivery, saved_at)
     VALUES (:id, :provider, :account, :time_zone, :delivery, :saved_at)
     ON CONFLICT (id) DO UPDATE SET provider = excluded.provider, account = excluded.account, time_zone = excluded.time_zone,
       delivery = excluded.delivery, saved_at = excluded.saved_at`,
    row as never,
  );
