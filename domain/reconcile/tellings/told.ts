import type { View } from '../../formats/views.ts';
import type { Explanation } from '../check.ts';
import type { Facts, MeasureSums } from '../facts.ts';
import type { Words } from '../words.ts';
import type { Telling } from './telling.ts';
import { viewWords } from './words.ts';

/** A month as files of one view tell it. */
export interface Told {
  words: Words;
  sums: MeasureSums;
  /** Null: it is the counted bill itself. */
  telling: Telling | null;
}

/**
 * The month by the first of the views that tells all of it: beside the counted bill, or as the counted bill. Files that leave
 * lines out, or were made before the month's bill was drawn up, are no month. Null where there is none.
 */
export function toldBy(facts: Facts, ...views: readonly View[]): Told | null {
  const { tellings } = facts.probe;
  const counted = tellings.views();
  for (const view of views) {
    const words = viewWords(view);
    if (facts.detail && counted.length === 1 && counted[0] === view) return { words, sums: facts.detail.sums, telling: null };
    const telling = tellings.list().find((one) => one.view === view && one.part === null && one.estimate === null);
    if (telling) return { words, sums: telling.own, telling };
  }
  return null;
}

/** The rule by which the rows of a telling stand for the exact lines of the bill, where nothing else tells them apart; else null. */
export function printedBy(facts: Facts, telling: Telling | null): Explanation | null {
  if (!telling) return null;
  const { rounded, keys } = facts.probe.tellings.compare(telling);
  if (rounded === null || keys > 0) return null;
  const { policy } = rounded;
  return {
    policy,
    words: {
      en: `${policy.title}: ${rounded.keys} rows differ from the exact lines by that alone.`,
      zh: `${policy.titleZh}：${rounded.keys} 行的差异均由此产生。`,
    },
  };
}
