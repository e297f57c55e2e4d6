import type { Direction } from '../../domain/invoices/document.ts';
import type { Learned } from '../../domain/match/learned.ts';
import type { Amount } from '../../domain/money/amount.ts';
import { fromPair, toPair } from '../../domain/money/pair.ts';
import type { Said } from '../../domain/words/said.ts';
import type { ReadDb, WriteDb } from '../connection.ts';

/** The money of an acceptance as it stood. */
export interface ToldMoney {
  date: string;
  direction: Direction | null;
  currency: string;
  /** What of it was matched. */
  amount: Amount;
  reference: string;
  text: string;
  counterparty: string;
  account: string;
}

/** A share that was added, or taken off where it is below zero; in the invoice's currency. */
export interface Move {
  payment: number;
  invoice: number;
  amount: Amount;
}

export interface KeptProposal {
  hypothesis: string;
  score: number;
  steps: Said[];
  reasons: { signal: string; weight: number; said: Said }[];
}

export interface AcceptanceRecord {
  id: number;
  at: string;
  who: string;
  kind: 'bank' | 'payment';
  bankLine: number | null;
  payment: number;
  made: boolean;
  told: ToldMoney;
  moves: Move[];
  fee: Amount | null;
  fx: { currency: string; rate: string; paid: Amount } | null;
  wht: { invoice: number; ratePct: string; amount: Amount }[];
  proposal: KeptProposal | null;
  rule: number | null;
  bulk: number | null;
  condition: string | null;
  undone: { at: string; who: string; reason: string } | null;
}

interface Row {
  id: bigint;
  at: string;
  who: string;
  kind: 'bank' | 'payment';
  bank_line: bigint | null;
  payment_id: bigint;
  made: bigint;
  told: string;
  moves: string;
  fee_u: bigint | null;
  fee_f: bigint | null;
  fx: string | null;
  wht: string;
  proposal: string | null;
  rule_id: bigint | null;
  bulk: bigint | null;
  condition: string | null;
  undone_at: string | null;
  undone_by: string | null;
  undone_reason: string | null;
}

const idOf = (value: bigint | null): number | null => (value === null ? null : Number(value));

const toRecord = (r: Row): AcceptanceRecord => ({
  id: Number(r.id),
  at: r.at,
  who: r.who,
  kind: r.kind,
  bankLine: idOf(r.bank_line),
  payment: Number(r.payment_id),
  made: r.made === 1n,
  told: JSON.parse(r.told) as ToldMoney,
  moves: JSON.parse(r.moves) as Move[],
  fee: r.fee_u === null ? null : fromPair(r.fee_u, r.fee_f!),
  fx: r.fx === null ? null : (JSON.parse(r.fx) as AcceptanceRecord['fx']),
  wht: JSON.parse(r.wht) as AcceptanceRecord['wht'],
  proposal: r.proposal === null ? null : (JSON.parse(r.proposal) as KeptProposal),
  rule: idOf(r.rule_id),
  bulk: idOf(r.bulk),
  condition: r.condition,
  undone: r.undone_at === null ? null : { at: r.undone_at, who: r.undone_by!, reason: r.undone_reason! },
});

/** The latest first. */
export const listAcceptances = (read: ReadDb): AcceptanceRecord[] =>
  read.allBig<Row>('SELECT * FROM match_acceptance ORDER BY id DESC').map(toRecord);

export const acceptanceById = (read: ReadDb, id: number): AcceptanceRecord | undefined =>
  read.allBig<Row>('SELECT * FROM match_acceptance WHERE id = ?', [id]).map(toRecord)[0];

/** Standing acceptances that made the payment, or laid money of it out. */
export const acceptancesOf = (read: ReadDb, payment: number): AcceptanceRecord[] =>
  read.allBig<Row>('SELECT * FROM match_acceptance WHERE payment_id = ? AND undone_at IS NULL ORDER BY id', [payment]).map(toRecord);

/** Standing acceptances of one go, the latest first. */
export const acceptancesInBulk = (read: ReadDb, bulk: number): AcceptanceRecord[] =>
  read.allBig<Row>('SELECT * FROM match_acceptance WHERE bulk = ? AND undone_at IS NULL ORDER BY id DESC', [bulk]).map(toRecord);

export function insertAcceptance(write: WriteDb, a: Omit<AcceptanceRecord, 'id' | 'undone'>): number {
  const fee = a.fee === null ? null : toPair(a.fee);
  return write.run(
    `INSERT INTO match_acceptance (at, who, kind, bank_line, payment_id, made, told, moves, fee_u, fee_f, fx, wht, proposal, rule_id, bulk, condition)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      a.at,
      a.who,
      a.kind,
      a.bankLine,
      a.payment,
      a.made ? 1 : 0,
      JSON.stringify(a.told),
      JSON.stringify(a.moves),
      fee?.units ?? null,
      fee?.fraction ?? null,
      a.fx === null ? null : JSON.stringify(a.fx),
      JSON.stringify(a.wht),
      a.proposal === null ? null : JSON.stringify(a.proposal),
      a.rule,
      a.bulk,
      a.condition,
    ],
  ).id;
}

export const setUndone = (write: WriteDb, id: number, { at, who, reason }: NonNullable<AcceptanceRecord['undone']>): void =>
  void write.run('UPDATE match_acceptance SET undone_at = ?, undone_by = ?, undone_reason = ? WHERE id = ?', [at, who, reason, id]);

/** What the audit trail holds of an acceptance. */
export const acceptanceSnapshot = ({ id: _id, ...rest }: AcceptanceRecord): Record<string, unknown> => ({ ...rest });
export const acceptanceSubject = (id: number): string => `match:${id}`;

export interface RuleRecord extends Learned {
  at: string;
  who: string;
  shown: string;
  vendor: string;
  acceptance: number;
  state: 'on' | 'off' | 'forgotten';
}

interface RuleRow {
  id: bigint;
  at: string;
  who: string;
  pattern: string;
  shown: string;
  account: string;
  direction: Direction;
  party_key: string;
  vendor: string;
  party: string;
  wht_rate: string | null;
  fee_u: bigint | null;
  fee_f: bigint | null;
  fee_currency: string | null;
  acceptance_id: bigint;
  state: 'on' | 'off' | 'forgotten';
}

const toRule = (r: RuleRow): RuleRecord => ({
  id: Number(r.id),
  at: r.at,
  who: r.who,
  pattern: r.pattern,
  shown: r.shown,
  account: r.account,
  direction: r.direction,
  partyKey: r.party_key,
  vendor: r.vendor,
  party: r.party,
  whtPct: r.wht_rate,
  fee: r.fee_u === null ? null : { currency: r.fee_currency!, amount: fromPair(r.fee_u, r.fee_f!) },
  acceptance: Number(r.acceptance_id),
  state: r.state,
});

/** Rules that are not forgotten, by text. */
export const listRules = (read: ReadDb): RuleRecord[] =>
  read.allBig<RuleRow>("SELECT * FROM match_rule WHERE state <> 'forgotten' ORDER BY shown COLLATE NOCASE, account, id").map(toRule);

/** Every rule there ever was, for holding them to the audit trail. */
export const everyRule = (read: ReadDb): RuleRecord[] => read.allBig<RuleRow>('SELECT * FROM match_rule ORDER BY id').map(toRule);

export const ruleById = (read: ReadDb, id: number): RuleRecord | undefined =>
  read.allBig<RuleRow>('SELECT * FROM match_rule WHERE id = ?', [id]).map(toRule)[0];

/** How many standing acceptances each rule spoke for. */
export const ruleUses = (read: ReadDb): Map<number, number> =>
  new Map(
    read
      .all<{ id: number; n: number }>(
        'SELECT rule_id AS id, COUNT(*) AS n FROM match_acceptance WHERE rule_id IS NOT NULL AND undone_at IS NULL GROUP BY rule_id',
      )
      .map((r) => [r.id, r.n]),
  );

export function insertRule(write: WriteDb, r: Omit<RuleRecord, 'id'>): number {
  const fee = r.fee === null ? null : toPair(r.fee.amount);
  return write.run(
    `INSERT INTO match_rule (at, who, pattern, shown, account, direction, party_key, vendor, party, wht_rate, fee_u, fee_f, fee_currency, acceptance_id, state)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      r.at,
      r.who,
      r.pattern,
      r.shown,
      r.account,
      r.direction,
      r.partyKey,
      r.vendor,
      r.party,
      r.whtPct,
      fee?.units ?? null,
      fee?.fraction ?? null,
      r.fee?.currency ?? null,
      r.acceptance,
      r.state,
    ],
  ).id;
}

/** Replaces what was learned, and the state. */
export function updateRule(write: WriteDb, id: number, { whtPct, fee, state }: Pick<RuleRecord, 'whtPct' | 'fee' | 'state'>): void {
  const pair = fee === null ? null : toPair(fee.amount);
  write.run('UPDATE match_rule SET wht_rate = ?, fee_u = ?, fee_f = ?, fee_currency = ?, state = ? WHERE id = ?', [
    whtPct,
    pair?.units ?? null,
    pair?.fraction ?? null,
    fee?.currency ?? null,
    state,
    id,
  ]);
}

export const ruleSnapshot = ({ id: _id, ...rest }: RuleRecord): Record<string, unknown> => ({ ...rest });
export const ruleSubject = (id: number): string => `match-rule:${id}`;
