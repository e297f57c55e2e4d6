import type { ReadDb } from '../connection.ts';

export interface PeriodSignature {
  role: 'prepared' | 'reviewed' | 'approved';
  /** The name as typed, and the instant in UTC. */
  who: string;
  at: string;
}

/** Who has signed the period: those of its close that stands, else those given so far that were not withdrawn. */
export const signaturesOf = (read: ReadDb, period: string): PeriodSignature[] =>
  read.all<PeriodSignature>(
    `SELECT s.role, s.who, s.at FROM period_signoff s LEFT JOIN period_close c ON c.id = s.close_id
     WHERE s.period = ? AND s.withdrawn_at IS NULL AND (s.close_id IS NULL OR c.reopened_at IS NULL) ORDER BY s.close_id IS NULL, s.id DESC`,
    [period],
  );
