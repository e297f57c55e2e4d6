import type { ReadDb } from '../../db/connection.ts';
import { billLinesById } from '../../db/queries/bills-lines.ts';
import { isZero, subtract, type Amount } from '../../domain/money/amount.ts';
import { refuse } from '../../domain/result.ts';
import { say, type Bilingual } from '../../domain/words/said.ts';
import type { Check } from '../contract/reconcile.ts';
import { standingsOf, type Candidate } from '../discrepancies/current.ts';
import { checksOf } from '../reconcile/index.ts';

export interface DisputeSide {
  label: Bilingual;
  value: Amount | null;
}
export interface DisputeLine {
  file: string;
  row: number;
  date: string | null;
  order: string | null;
  resource: string | null;
  /** Payable, as the bill prints it; null for what is no bill line. */
  amount: Amount | null;
  currency: string | null;
  text: Bilingual;
}
/** One difference of a letter: a check as a whole, or one named part of its difference. */
export interface DisputeItem {
  no: number;
  check: string;
  discrepancy: number | null;
  vendor: NonNullable<Check['vendor']>;
  title: Bilingual;
  finding: Bilingual;
  currency: string | null;
  theirs: DisputeSide | null;
  ours: DisputeSide | null;
  difference: Amount | null;
  lines: DisputeLine[];
  lineCount: number;
}

/** What is asked for: checks of the period by id, and differences by number. */
export interface DisputeChoice {
  period: string;
  checks: readonly string[];
  discrepancies: readonly number[];
}

/**
 * The differences of a letter in the order in which they were chosen, as they stand now. Refuses none, checks that are not there or
 * that agree, differences of another period, and what is of several vendors.
 */
export function disputeItems(read: ReadDb, choice: DisputeChoice, today: string): DisputeItem[] {
  const all = checksOf(read, choice.period, today);
  const wholes = [...new Set(choice.checks)].map((id) => ({ check: checkOf(all, id), part: null, discrepancy: null }));
  const followed = choice.discrepancies.length === 0 ? [] : followedOf(read, all, choice);
  const chosen = [...wholes, ...followed];
  if (chosen.length === 0)
    refuse('dispute.nothing', 'There is nothing to write about.', {
      remedy: 'Choose a check that fails, or a difference that is followed up.',
    });
  const vendors = new Set(chosen.map(({ check }) => check.vendor));
  const [vendor] = vendors;
  if (vendors.size > 1 || vendor === null || vendor === undefined)
    refuse('dispute.several-vendors', say`The differences are of ${{ count: vendors.size }} vendors.`, {
      remedy: 'Write a letter to each of them.',
    });
  return chosen.map(({ check, part, discrepancy }, i) => itemOf(read, check, part, { no: i + 1, discrepancy, vendor }));
}

function checkOf(all: readonly Check[], id: string): Check {
  const check = all.find((c) => c.id === id);
  if (!check)
    refuse('dispute.no-check', say`There is no check ${{ check: id }} in this period.`, {
      value: id,
      remedy: 'Refresh the checks of the period.',
    });
  if (check.status === 'pass' || check.status === 'explained')
    refuse('dispute.agrees', say`The check ${{ check: id }} has no difference that is not explained.`, {
      value: id,
      remedy: 'Choose a check that fails.',
    });
  return check;
}

/** Followed differences as they stand now: the check, and which finding of it; null where the difference is the whole. */
function followedOf(
  read: ReadDb,
  all: readonly Check[],
  { period, discrepancies }: DisputeChoice,
): { check: Check; part: Candidate | null; discrepancy: number }[] {
  const { standings } = standingsOf(read, period, all);
  return [...new Set(discrepancies)].map((id) => {
    const stood = standings.find((s) => s.discrepancy.id === id);
    if (!stood)
      refuse('dispute.no-difference', say`There is no difference ${{ id }} in ${{ period }}.`, {
        value: String(id),
        remedy: 'Refresh the list.',
      });
    if (stood.now === null)
      refuse('dispute.gone', say`Reconciliation finds difference ${{ id }} no more.`, {
        value: String(id),
        remedy: 'Settle it instead of writing about it.',
      });
    return { check: checkOf(all, stood.now.check), part: stood.now.part === '' ? null : stood.now, discrepancy: id };
  });
}

/** Documents of the vendor stand on the left, but where an invoice is held against the bill that it charges. */
const theirsIsRight = (check: Check): boolean => check.scope === 'invoices';

function itemOf(
  read: ReadDb,
  check: Check,
  part: Candidate | null,
  { no, discrepancy, vendor }: Pick<DisputeItem, 'no' | 'discrepancy' | 'vendor'>,
): DisputeItem {
  const right = theirsIsRight(check);
  const turned = (amount: Amount | null): Amount | null => (amount !== null && right && !isZero(amount) ? subtract('0', amount) : amount);
  const sides = ([check.leftSide, check.rightSide] as const).map((side): DisputeSide => ({
    label: { en: side.label, zh: side.labelZh },
    value: side.value,
  }));
  const lines = part ? listedOf(check, part) : check.lines;
  return {
    no,
    check: check.id,
    discrepancy,
    vendor,
    title: { en: check.title, zh: check.titleZh },
    finding: part ? part.finding : foundIn(check),
    currency: check.currency,
    theirs: part ? null : sides[right ? 1 : 0]!,
    ours: part ? null : sides[right ? 0 : 1]!,
    difference: turned(part ? part.amount : check.difference),
    lines: linesOf(read, lines, check.currency),
    lineCount: (part ?? check).lineCount,
  };
}

/** What a check names, finding by finding; nothing where it names none: its own sentence speaks to us, not to the vendor. */
const foundIn = ({ findings }: Check): Bilingual => ({
  en: findings.map((f) => `${f.title}: ${f.text}`).join('\n'),
  zh: findings.map((f) => `${f.titleZh}：${f.textZh}`).join('\n'),
});

/** The lines of a finding with what the check says of each. */
function listedOf(check: Check, { lines }: Candidate): Check['lines'] {
  const known = check.findings.flatMap((f) => f.lines);
  return lines.flatMap((line) => known.find((k) => k.id === line.id && k.file === line.file && k.row === line.row) ?? []);
}

function linesOf(read: ReadDb, lines: Check['lines'], currency: string | null): DisputeLine[] {
  const bills = new Map(
    billLinesById(
      read,
      lines.map(({ id }) => id),
    ).map((bill) => [bill.id, bill]),
  );
  return lines.map(({ id, file, row, text, textZh }) => {
    const found = bills.get(id);
    const bill = found?.file === file && found.row === row ? found : null;
    return {
      file,
      row,
      date: bill?.date ?? null,
      order: bill?.orderId ?? null,
      resource: bill ? (bill.resourceName ?? bill.resourceId) : null,
      amount: bill?.payable ?? null,
      currency: bill?.currency ?? currency,
      text: { en: text, zh: textZh },
    };
  });
}
