import type { Sentence } from '../words/said.ts';
import { say } from '../words/said.ts';
import type { CloseFacts } from './facts.ts';

/** What is looked at before a period is closed, in this order; ids never change, for waivers and certificates are kept with them. */
export const ITEM_IDS = [
  'bills',
  'estimate',
  'rejected',
  'folder',
  'duplicates',
  'checks',
  'missing',
  'differences',
  'invoices',
  'payments',
  'wht',
  'bank',
  'adjustments',
  'previous',
] as const;
export type ItemId = (typeof ITEM_IDS)[number];

/** done: nothing to do. warning: it may be closed so. blocking: it may not. waived: blocking, set aside with a reason. */
export type ItemState = 'done' | 'warning' | 'blocking' | 'waived';

/** Where an item is mended: a screen of the interface. */
export type ItemPlace = 'import' | 'batches' | 'duplicates' | 'checks' | 'differences' | 'invoices' | 'payments' | 'wht' | 'bank' | 'close';

export interface Item {
  id: ItemId;
  state: ItemState;
  text: Sentence;
  place: ItemPlace;
  /** What the item is about, by name: stays the same while it says the same. A waiver holds for this alone. */
  about: readonly string[];
  waived: { reason: string; who: string; at: string } | null;
}

export const ITEM_TITLES: Readonly<Record<ItemId, { en: string; zh: string }>> = {
  bills: { en: 'All bills are imported', zh: '账单已全部导入' },
  estimate: { en: 'No bill is an estimate', zh: '没有预估账单' },
  rejected: { en: 'No row is rejected', zh: '没有被拒绝的行' },
  folder: { en: 'The watched folder is empty', zh: '监视文件夹已清空' },
  duplicates: { en: 'Nothing looks told twice', zh: '没有疑似重复' },
  checks: { en: 'Every check holds, or its difference is dealt with', zh: '各项检查一致，或差异已处理' },
  missing: { en: 'No check lacks a side', zh: '各项检查双方齐全' },
  differences: { en: 'No difference waits', zh: '没有待处理的差异' },
  invoices: { en: 'Invoices are issued and linked', zh: '发票已开具并关联' },
  payments: { en: 'Payments are allocated', zh: '付款已分配' },
  wht: { en: 'WHT certificates are there or not due yet', zh: 'WHT凭证已齐或未到期' },
  bank: { en: 'Bank lines are matched', zh: '银行流水已匹配' },
  adjustments: { en: 'Late imports are accepted', zh: '锁定后的导入已确认' },
  previous: { en: 'The month before is closed', zh: '上一账期已关账' },
};

type Finding = Pick<Item, 'state' | 'text' | 'about'>;
const done = (text: Sentence): Finding => ({ state: 'done', text, about: [] });
const blocking = (text: Sentence, about: readonly string[]): Finding => ({ state: 'blocking', text, about });
const warning = (text: Sentence, about: readonly string[]): Finding => ({ state: 'warning', text, about });

const RULES: Readonly<Record<ItemId, { place: ItemPlace; find: (facts: CloseFacts) => Finding }>> = {
  bills: {
    place: 'import',
    find: ({ vendors, billed }) => {
      if (billed.length === 0) return blocking(say`No bill of the period is in the book.`, ['none']);
      const lacking = vendors.filter((v) => !billed.includes(v));
      return lacking.length === 0
        ? done(say`Vendors whose bills are here: ${{ count: billed.length }}.`)
        : blocking(say`Bills are missing of vendors that had some in the three months before: ${{ vendors: lacking }}.`, lacking);
    },
  },
  estimate: {
    place: 'batches',
    find: ({ estimates }) =>
      estimates.length === 0
        ? done(say`Every bill was drawn up after the end of the month.`)
        : blocking(say`Made before the bill was drawn up: ${{ files: estimates }}.`, estimates),
  },
  rejected: {
    place: 'batches',
    find: ({ rejected }) =>
      rejected.rows === 0
        ? done(say`Every row of every file was read.`)
        : blocking(say`Rejected rows that are not mended: ${{ count: rejected.rows }} (${{ files: rejected.files }}).`, [
            ...rejected.files,
            String(rejected.rows),
          ]),
  },
  folder: {
    place: 'import',
    find: ({ folder }) => {
      if (folder === null) return done(say`No folder is watched.`);
      const left = folder.waiting + folder.failed;
      return left === 0
        ? done(say`Nothing waits in the watched folder.`)
        : warning(say`Files of the watched folder that are not in the book: ${{ count: left }}.`, [`${folder.waiting}/${folder.failed}`]);
    },
  },
  duplicates: {
    place: 'duplicates',
    find: ({ duplicates: { lines, invoices } }) =>
      lines + invoices === 0
        ? done(say`No pair is suspected.`)
        : warning(say`Suspected pairs: ${{ lines }} of lines, ${{ invoices }} of invoices.`, [`${lines}/${invoices}`]),
  },
  checks: {
    place: 'checks',
    find: ({ checks }) => {
      const open = checks.filter((c) => c.status === 'fail' && !c.dealtWith);
      const dealt = checks.filter((c) => c.status === 'fail' && c.dealtWith).length;
      if (open.length > 0)
        return blocking(
          say`Failing checks whose differences are not dealt with: ${{ count: open.length }}.`,
          open.map((c) => `${c.id}=${c.difference ?? ''}`),
        );
      if (checks.length === 0) return warning(say`There is nothing to check in this period.`, ['none']);
      return dealt === 0
        ? done(say`No check fails, of ${{ count: checks.length }}.`)
        : done(say`Failing checks whose differences are explained, settled or written off: ${{ count: dealt }}.`);
    },
  },
  missing: {
    place: 'checks',
    find: ({ checks }) => {
      const lacking = checks.filter((c) => c.status === 'missing');
      return lacking.length === 0
        ? done(say`Every check has both sides.`)
        : warning(
            say`Checks that lack a side: ${{ count: lacking.length }}.`,
            lacking.map((c) => c.id),
          );
    },
  },
  differences: {
    place: 'differences',
    find: ({ differences: { waiting, changed, gone } }) => {
      if (changed.length > 0)
        return blocking(say`Differences that are not what they were when they were dealt with: ${{ count: changed.length }}.`, changed);
      if (waiting.length > 0) return warning(say`Differences that are open or disputed: ${{ count: waiting.length }}.`, waiting);
      return gone.length === 0
        ? done(say`Every difference has come to its end.`)
        : warning(say`Differences that are found no more and can be settled: ${{ count: gone.length }}.`, gone);
    },
  },
  invoices: {
    place: 'invoices',
    find: ({ invoices: { pending, unlinked } }) => {
      if (pending.length > 0) return blocking(say`Not issued yet: ${{ numbers: shortened(pending) }}.`, pending);
      return unlinked.length === 0
        ? done(say`Every invoice is issued and linked to its bills.`)
        : warning(say`Dated in the period and linked to no bills: ${{ numbers: shortened(unlinked) }}.`, unlinked);
    },
  },
  payments: {
    place: 'payments',
    find: ({ payments: { unallocated, overdue } }) => {
      if (unallocated.length > 0)
        return blocking(say`Paid in the period and not allocated whole: ${{ numbers: shortened(unallocated) }}.`, unallocated);
      return overdue.length === 0
        ? done(say`Payments are allocated, and no invoice is overdue.`)
        : warning(say`Overdue: ${{ numbers: shortened(overdue) }}.`, overdue);
    },
  },
  wht: {
    place: 'wht',
    find: ({ wht: { overdue, refused, later } }) => {
      const lacking = [...overdue, ...refused];
      if (lacking.length > 0) return warning(say`The certificate is overdue or was refused: ${{ numbers: shortened(lacking) }}.`, lacking);
      return later.length === 0
        ? done(say`No certificate is waited for.`)
        : done(say`Invoices whose certificate comes later: ${{ count: later.length }}.`);
    },
  },
  bank: {
    place: 'bank',
    find: ({ bank }) => {
      if (bank === null) return done(say`There is no bank statement of the period.`);
      return bank.open === 0
        ? done(say`Every line of the bank is matched or set aside.`)
        : blocking(say`Lines of bank statements that are not matched: ${{ count: bank.open }}.`, [String(bank.open)]);
    },
  },
  adjustments: {
    place: 'close',
    find: ({ adjustments }) =>
      adjustments.length === 0
        ? done(say`Nothing came into a locked period.`)
        : blocking(
            say`Late imports into a locked period that are not accepted: ${{ count: adjustments.length }}.`,
            adjustments.map((a) => String(a)),
          ),
  },
  previous: {
    place: 'close',
    find: ({ previous }) =>
      previous === null || previous.locked
        ? done(previous === null ? say`The book has no bills of the month before.` : say`${{ period: previous.period }} is closed.`)
        : warning(say`${{ period: previous.period }} is not closed.`, [previous.period]),
  },
};

/** At most five names, and how many more. */
function shortened(names: readonly string[]): string[] {
  return names.length <= 5 ? [...names] : [...names.slice(0, 5), `+${names.length - 5}`];
}

/** A waiver as far as an item needs it: it holds while `finding` is what the item is about. */
export interface ItemWaiver {
  item: string;
  finding: string;
  reason: string;
  who: string;
  at: string;
}

/** The whole checklist. `hash` names what an item is about; a waiver of another hash holds no more. */
export function checklistOf(facts: CloseFacts, waivers: readonly ItemWaiver[], hash: (about: readonly string[]) => string): Item[] {
  return ITEM_IDS.map((id) => {
    const { place, find } = RULES[id];
    const found = find(facts);
    const waiver = found.state === 'blocking' ? waivers.find((w) => w.item === id && w.finding === hash([id, ...found.about])) : undefined;
    return {
      id,
      place,
      ...found,
      state: waiver ? 'waived' : found.state,
      waived: waiver ? { reason: waiver.reason, who: waiver.who, at: waiver.at } : null,
    };
  });
}

/** Late imports are accepted, not waived; everything else that blocks may be set aside with a reason. */
export const canBeWaived = (id: ItemId): boolean => id !== 'adjustments';
