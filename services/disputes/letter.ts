import { createHash } from 'node:crypto';
import type { ReadDb } from '../../db/connection.ts';
import type { Party } from '../../domain/parties/party.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import { addDays, type PlainDate } from '../../domain/time/plain-date.ts';
import type { ParsedInput } from '../contract/index.ts';
import type { PaperParty } from '../documents/paper.ts';
import { correspondents, type Correspondents } from './addressee.ts';
import { disputeItems, type DisputeItem } from './items.ts';

/** Days for an answer, unless the writer says by when. */
const DAYS_TO_ANSWER = 14;

export interface DisputeLetter {
  reference: string;
  period: string;
  date: PlainDate;
  deadline: PlainDate;
  from: PaperParty;
  to: PaperParty;
  note: string;
  items: DisputeItem[];
}

export type DisputeInput = Omit<ParsedInput<'discrepancies/letter'>, 'language'>;
export interface Drafted {
  letter: DisputeLetter;
  vendor: DisputeItem['vendor'];
  party: Party | null;
  parties: Correspondents['parties'];
}

/** The letter on the differences as they stand now: the same book, choice and day give the same letter. */
export function draftLetter(read: ReadDb, input: DisputeInput, today: string): Drafted {
  const date = input.date ?? today;
  const deadline = input.deadline ?? addDays(date, DAYS_TO_ANSWER);
  if (deadline < date)
    refuse('dispute.deadline', say`An answer cannot be asked for by ${{ deadline }}, before the letter of ${{ date }}.`, {
      column: 'deadline',
      value: deadline,
      remedy: 'Choose a later day.',
    });
  const items = disputeItems(read, input, today);
  const { vendor } = items[0]!;
  const { to, from, party, parties } = correspondents(read, vendor, input.period, input.party);
  const { period, note } = input;
  return {
    letter: {
      reference: input.reference ?? referenceOf(period, items),
      period,
      date,
      deadline,
      from,
      to,
      note,
      items,
    },
    vendor,
    party,
    parties,
  };
}

/** Ours unless the writer gives one: the month, and eight digits of the hash of what the letter is about. */
function referenceOf(period: string, items: readonly DisputeItem[]): string {
  const about = items.map(({ check, discrepancy, difference }) => [check, discrepancy, difference]);
  return `D-${period}-${createHash('sha256').update(JSON.stringify(about)).digest('hex').slice(0, 8).toUpperCase()}`;
}

/** SHA-256 of all that the letter says, the same in every language. */
export const letterHash = (letter: DisputeLetter): string => createHash('sha256').update(JSON.stringify(letter)).digest('hex');
