import type { ReadDb, WriteDb } from '../connection.ts';

/** One of the user's own rules as it is stored. `body` is null where a rule is switched off only. */
export interface OwnRuleRecord {
  id: string;
  act: 'add' | 'override' | 'off';
  replaces: string | null;
  since: string | null;
  body: unknown;
  reason: string;
  at: string;
  who: string;
  withdrawn: { at: string; who: string; reason: string } | null;
}

interface Row {
  id: string;
  act: OwnRuleRecord['act'];
  replaces: string | null;
  since: string | null;
  body: string | null;
  reason: string;
  at: string;
  who: string;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
  withdrawn_reason: string | null;
}

const recordOf = ({ withdrawn_at, withdrawn_by, withdrawn_reason, body, ...row }: Row): OwnRuleRecord => ({
  ...row,
  body: body === null ? null : (JSON.parse(body) as unknown),
  withdrawn: withdrawn_at === null ? null : { at: withdrawn_at, who: withdrawn_by ?? '', reason: withdrawn_reason ?? '' },
});

/** All of them, withdrawn ones too, in the order in which they were made. */
export const listOwnRules = (read: ReadDb): OwnRuleRecord[] => read.all<Row>('SELECT * FROM tax_rule ORDER BY at, id').map(recordOf);

/** The next free id of a country: MY-U01, MY-U02 … Ids of withdrawn rules are not given again. */
export function nextOwnId(read: ReadDb, country: string): string {
  const { last } = read.get<{ last: number | null }>('SELECT MAX(CAST(substr(id, 5) AS INTEGER)) AS last FROM tax_rule WHERE id GLOB ?', [
    `${country}-U*`,
  ])!;
  return `${country}-U${String((last ?? 0) + 1).padStart(2, '0')}`;
}

export const insertOwnRule = (write: WriteDb, rule: Omit<OwnRuleRecord, 'withdrawn'>): void =>
  void write.run('INSERT INTO tax_rule (id, act, replaces, since, body, reason, at, who) VALUES (?, ?, ?, ?, ?, ?, ?, ?)', [
    rule.id,
    rule.act,
    rule.replaces,
    rule.since,
    rule.body === null ? null : JSON.stringify(rule.body),
    rule.reason,
    rule.at,
    rule.who,
  ]);

export const withdrawOwnRule = (write: WriteDb, id: string, { at, who, reason }: NonNullable<OwnRuleRecord['withdrawn']>): void =>
  void write.run('UPDATE tax_rule SET withdrawn_at = ?, withdrawn_by = ?, withdrawn_reason = ? WHERE id = ?', [at, who, reason, id]);

export const ownRuleSubject = (id: string): string => `tax-rule:${id}`;
/** What the audit trail holds of an own rule. */
export const ownRuleSnapshot = ({ act, replaces, since, body, reason, withdrawn }: OwnRuleRecord): Record<string, unknown> => ({
  act,
  replaces,
  since,
  body,
  reason,
  withdrawn: withdrawn && { at: withdrawn.at, reason: withdrawn.reason },
});
