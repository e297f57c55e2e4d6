import type { Decimal } from '../../formats/mapping/printed-amount.ts';
import type { DateOrder } from '../../formats/mapping/printed-date.ts';
import type { Bilingual } from '../../words/said.ts';
import type { AccountKind } from '../statement.ts';
import type { Field } from './fields.ts';

/** What a word of the status column makes of a row. `waiting` and `void` move no money. */
export type RowState = 'booked' | 'waiting' | 'void';

/** How one kind of table of movements is read: data, interpreted by bind.ts and read.ts. */
export interface BankProfile {
  /** Never changes, since statements keep it; a profile of the user's is `own:` and its name. */
  readonly id: string;
  readonly title: Bilingual;
  readonly kind: AccountKind;
  readonly columns: readonly { readonly field: Field; readonly headers: readonly string[] }[];
  /** Null: the cells decide. */
  readonly dates: DateOrder | null;
  readonly decimal: Decimal | null;
  /** The figures are told from the holder's side: what was spent is positive. */
  readonly spent: boolean;
  /** Rows of several currencies are as many accounts; else they are refused. */
  readonly currencies: 'one' | 'many';
  /** Where neither a cell nor a header nor the user names them. */
  readonly currency: string | null;
  readonly account: string | null;
  /** Where its columns stand; in our words. */
  readonly source: Bilingual;
}

const STATES: Readonly<Record<RowState, readonly string[]>> = {
  booked: ['completed', 'complete', 'booked', 'posted', 'settled', 'cleared', 'success', 'successful', 'paid', 'approved', 'executed', 'partially refunded', 'refunded', '已完成', '成功', '交易成功', '已记账', '已入账', '正常'],
  waiting: ['pending', 'authorised', 'authorized', 'in progress', 'processing', 'hold', 'held', 'on hold', 'unsettled', '处理中', '待处理', '未入账', '待入账'],
  void: ['declined', 'failed', 'cancelled', 'canceled', 'reverted', 'rejected', 'denied', 'expired', 'voided', 'removed', '失败', '交易失败', '已取消', '已拒绝', '已冲正'],
}; // prettier-ignore

const OUT = ['d', 'dr', 'dbit', 'debit', 'out', 's', 'soll', 'af', '借', '借方', '支出', '付', '转出'];
const IN = ['c', 'cr', 'crdt', 'credit', 'in', 'h', 'haben', 'bij', '贷', '贷方', '收入', '收', '转入'];

const fold = (word: string): string => word.normalize('NFKC').trim().toLocaleLowerCase('en');

/** What the word says, or null where it is unknown. */
export function stateOf(word: string): RowState | null {
  const text = fold(word);
  return (Object.keys(STATES) as RowState[]).find((s) => STATES[s].includes(text)) ?? null;
}

/** True: money out; false: money in; null: an unknown word. */
export const isOut = (word: string): boolean | null => (OUT.includes(fold(word)) ? true : IN.includes(fold(word)) ? false : null);
