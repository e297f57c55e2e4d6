import type { ReadDb } from '../../db/connection.ts';
import { listDiscrepancies, type Discrepancy } from '../../db/queries/discrepancies.ts';
import { findSeen, partOf, standingOf, type Seen, type Standing } from '../../domain/discrepancies/standing.ts';
import { isFinal } from '../../domain/discrepancies/states.ts';
import { equal, sum } from '../../domain/money/amount.ts';
import type { Check } from '../contract/reconcile.ts';

/** A failing check, or one finding of it, as it could be opened now. */
export interface Candidate extends Seen {
  vendor: string | null;
  currency: string | null;
  title: { en: string; zh: string };
  finding: { en: string; zh: string };
  lines: { id: number; file: string; row: number }[];
}

/** What the failing checks offer: each as a whole, then each of its findings. */
export const candidatesOf = (checks: readonly Check[]): Candidate[] => checks.filter((c) => c.status === 'fail').flatMap(ofCheck);

function ofCheck(c: Check): Candidate[] {
  const base = { check: c.id, vendor: c.vendor, currency: c.currency, title: { en: c.title, zh: c.titleZh } };
  const seen = new Map<string, number>();
  const findings = c.findings.map((f): Candidate => {
    const part = partOf(f.kind, f.lines);
    // Two findings that nothing tells apart are told by their place.
    const twin = seen.get(part) ?? 0;
    seen.set(part, twin + 1);
    return {
      ...base,
      part: twin === 0 ? part : `${part}~${twin}`,
      kind: f.kind,
      amount: f.amount,
      finding: { en: `${f.title}: ${f.text}`, zh: `${f.titleZh}：${f.textZh}` },
      lines: f.lines.map(({ id, file, row }) => ({ id, file, row })),
      lineCount: f.lineCount,
    };
  });
  return [
    {
      ...base,
      part: '',
      kind: findings.length === 1 ? findings[0]!.kind : null,
      amount: c.difference,
      finding: { en: c.explanation, zh: c.explanationZh },
      lines: c.lines.map(({ id, file, row }) => ({ id, file, row })),
      lineCount: c.lineCount,
    },
    ...findings,
  ];
}

export interface Stood {
  discrepancy: Discrepancy;
  now: Candidate | null;
  standing: Standing;
  final: boolean;
}

/** How the period's differences stand to its checks, and which failing checks are dealt with by them. */
export function standingsOf(
  read: ReadDb,
  period: string,
  checks: readonly Check[],
): { standings: Stood[]; candidates: Candidate[]; dealtWith: Set<string> } {
  const candidates = candidatesOf(checks);
  const discrepancies = listDiscrepancies(read, period);
  const taken = (of: Discrepancy): Set<string> =>
    new Set(discrepancies.filter((d) => d.id !== of.id && d.check === of.check).map((d) => d.part));
  const standings = discrepancies.map((discrepancy): Stood => {
    const now = findSeen(discrepancy, candidates, taken(discrepancy)) as Candidate | null;
    return { discrepancy, now, standing: standingOf(discrepancy, now), final: isFinal(discrepancy.state) };
  });
  const settled = standings.filter((s) => s.final && s.standing === 'same' && s.now);
  const parts = new Set(settled.map((s) => `${s.now!.check} ${s.now!.part}`));
  const dealtWith = new Set<string>();
  for (const [check, own] of Map.groupBy(candidates, (c) => c.check)) {
    const [whole, findings] = [own.find((c) => c.part === ''), own.filter((c) => c.part !== '')];
    // Findings that make more or less than the difference leave something of it that nobody dealt with.
    const make = sum(findings.map((f) => f.amount));
    const covered = findings.length > 0 && findings.every((c) => parts.has(`${check} ${c.part}`)) && equal(make, whole?.amount ?? '0');
    if (parts.has(`${check} `) || covered) dealtWith.add(check);
  }
  return { standings, candidates, dealtWith };
}
