import type { View } from '../../formats/views.ts';
import type { MeasureName } from '../../formats/fields.ts';
import type { PlainDate } from '../../time/plain-date.ts';
import type { Finding } from '../check.ts';
import type { BadLines, MeasureSums } from '../facts.ts';
import type { Amount } from '../../money/amount.ts';
import type { Words } from '../words.ts';
import type { Attribute } from '../why/index.ts';
import type { CoarsePolicy } from './rounding.ts';

/** Another telling of the month: the same money as the counted bill, or the part of it that such files tell. */
export interface Telling {
  /** Unique among the tellings of a vendor's month: its view, and its format where two have the same view. */
  id: string;
  view: View | 'statement';
  words: Words;
  /** What both tell their lines apart by. */
  attributes: readonly Attribute[];
  /** Measures that both print. */
  measures: readonly MeasureName[];
  /** The counted bill, as far as such a file tells of it, and the telling. */
  bill: MeasureSums;
  own: MeasureSums;
  lines: { bill: number; own: number };
  /** The day that the file was made for, where that is before the month's bill was drawn up; null for a whole month. */
  estimate: PlainDate | null;
  /** What only part of the bill is held against it for; null where all of it is. */
  part: Words | null;
}

/** What holding a telling against the bill, key by key, gives. */
export interface Comparison {
  /** Keys in which one of the measures differs, and lines of both sides that have them. */
  keys: number;
  lines: number;
  /** The rule that takes the bill's sums exactly to the telling's, where they differ by nothing else. */
  rounded: { policy: CoarsePolicy; keys: number } | null;
  /** Rows in cents of which nothing tells which lines they sum up: they cannot be held to exact lines. */
  unheld: boolean;
  /** What the difference in the sum of these measures is made of. */
  why(held: readonly MeasureName[]): readonly Finding[];
}

/** A file of sums to date and the later one that took its place. */
export interface Growth {
  id: string;
  words: Words;
  earlier: { file: string; asOf: PlainDate };
  later: { file: string; asOf: PlainDate };
  /** Payable of the earlier file, and of the same charges in the later one. */
  before: Amount;
  after: Amount;
  /** Charges of which the later file has less, by how much in all, and their rows in both. */
  shrunk: { count: number; by: Amount; bad: BadLines };
}

/** An account whose lines are counted from a coarser telling than those of the others. */
export interface AccountTold {
  account: string | null;
  words: Words;
  payable: Amount;
  lines: number;
  bad: BadLines;
}

/** The tellings of a month and what holding them against the bill gives; worked out when asked for. */
export interface Tellings {
  list(): readonly Telling[];
  /** What the counted bill is told by, best first; more than one where accounts are counted from different tellings. */
  views(): readonly View[];
  compare(telling: Telling): Comparison;
  /** Files that come in parts, those of them that have a gap, and the parts that are not there. */
  parts(): { files: number; missing: readonly string[] };
  growth(): readonly Growth[];
  /** The best telling of the counted bill, its payable, and the accounts that it does not have. */
  accounts(): { words: Words; payable: Amount; accounts: number; others: readonly AccountTold[] } | null;
  /** Counted lines dated outside their month. */
  outside(): { lines: number; of: number; payable: Amount; days: readonly PlainDate[]; bad: () => BadLines };
  /** Counted lines in each currency of the vendor's month. */
  currencies(): Readonly<Record<string, number>>;
  /** All counted lines of this currency, to list them. */
  counted(): BadLines;
}
