import type { StepFacts, StepKind } from '../../domain/wht/expected/steps.ts';
import type { ReadDb, WriteDb } from '../connection.ts';

export interface StepRecord extends StepFacts {
  id: number;
  invoiceId: number;
  kind: StepKind;
  at: string;
  who: string;
  withdrawn: { at: string; who: string; reason: string } | null;
}

interface Row {
  id: number;
  invoice_id: number;
  kind: StepKind;
  date: string;
  reference: string;
  rate: string | null;
  note: string;
  at: string;
  who: string;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
  withdrawn_reason: string | null;
}

const recordOf = (row: Row): StepRecord => ({
  id: row.id,
  invoiceId: row.invoice_id,
  kind: row.kind,
  date: row.date,
  reference: row.reference,
  rate: row.rate,
  note: row.note,
  at: row.at,
  who: row.who,
  withdrawn: row.withdrawn_at === null ? null : { at: row.withdrawn_at, who: row.withdrawn_by ?? '', reason: row.withdrawn_reason ?? '' },
});

/** Every step, withdrawn ones too, in the order of recording; of one invoice where it is given. */
export const listSteps = (read: ReadDb, invoiceId: number | null = null): StepRecord[] =>
  read.all<Row>('SELECT * FROM wht_step WHERE :invoice IS NULL OR invoice_id = :invoice ORDER BY id', { invoice: invoiceId }).map(recordOf);

/** Steps that are in effect, by invoice. */
export const liveSteps = (read: ReadDb, invoiceId: number | null = null): Map<number, StepRecord[]> =>
  Map.groupBy(
    read
      .all<Row>('SELECT * FROM wht_step WHERE withdrawn_at IS NULL AND (:invoice IS NULL OR invoice_id = :invoice) ORDER BY id', {
        invoice: invoiceId,
      })
      .map(recordOf),
    (step) => step.invoiceId,
  );

export const stepById = (read: ReadDb, id: number): StepRecord | undefined => {
  const row = read.get<Row>('SELECT * FROM wht_step WHERE id = ?', [id]);
  return row && recordOf(row);
};

export const insertStep = (write: WriteDb, step: Omit<StepRecord, 'id' | 'withdrawn'>): number =>
  write.run(
    `INSERT INTO wht_step (invoice_id, kind, date, reference, rate, note, at, who)
      VALUES (:invoiceId, :kind, :date, :reference, :rate, :note, :at, :who)`,
    { ...step },
  ).id;

export const withdrawStep = (write: WriteDb, id: number, { at, who, reason }: NonNullable<StepRecord['withdrawn']>): void =>
  void write.run('UPDATE wht_step SET withdrawn_at = ?, withdrawn_by = ?, withdrawn_reason = ? WHERE id = ?', [at, who, reason, id]);

export const stepSubject = (id: number): string => `wht-step:${id}`;
/** What the audit trail holds of a step; `invoice` is the invoice's number. */
export const stepSnapshot = ({ id: _id, at: _at, who: _who, invoiceId: _invoice, ...facts }: StepRecord, invoice: string) => ({
  invoice,
  ...facts,
});
