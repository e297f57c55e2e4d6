import type { RoundingPolicy } from '../money/rounding.ts';
import type { Bilingual } from '../words/said.ts';
import { AVERAGE_PLACES, PEAK_METHODS, type PeakMethod, type PeakMethodId } from './methods.ts';
import type { UnitBase } from './units.ts';

/** What a rule does with samples that are not there. */
export const MISSING_RULES = ['left-out', 'zero'] as const;
export type MissingRule = (typeof MISSING_RULES)[number];

/** A charge by price and bandwidth keeps the eight decimals of a bill line. */
export const USAGE_CHARGE = {
  id: 'usage.charge.half-up-8',
  mode: 'half-up',
  places: 8,
  title: 'A charge computed from bandwidth keeps eight decimals, half-up',
  titleZh: '按带宽核算的费用保留八位小数，四舍五入',
  source: 'Tallybook DECISIONS: usage samples (bill files carry eight decimals)',
  sourceZh: 'Tallybook DECISIONS：用量采样（账单文件保留八位小数）',
} as const satisfies RoundingPolicy;

/** The rule by which a result was made, named so that it can be printed and disputed. */
export interface PeakPolicy {
  id: string;
  method: PeakMethodId;
  title: string;
  titleZh: string;
  source: string;
  sourceZh: string;
  /** Minutes between samples. */
  interval: number;
  /** `5 % of the month, cut to a whole number`, `4 of each day` or `0 of each day`. */
  dropped: string;
  /** `whole Mbit/s, truncated`, or decimals. */
  rounding: string;
  /** Kilobit: 1000 or 1024. */
  base: UnitBase;
  missing: MissingRule;
  doubled: 'larger';
  /** Percent of the bought bandwidth that is charged at least; null: none. */
  minimumPercent: string | null;
  charged: PeakMethod['charged'];
}

/** The policy of a method with what the caller chose. */
export function policyOf(id: PeakMethodId, chosen: { base: UnitBase; missing: MissingRule; minimumPercent: string | null }): PeakPolicy {
  const method = PEAK_METHODS[id];
  const { title, source }: { title: Bilingual; source: Bilingual } = method;
  return {
    id: `usage.${id}`,
    method: id,
    title: title.en,
    titleZh: title.zh,
    source: source.en,
    sourceZh: source.zh,
    interval: method.interval,
    dropped: 'percent' in method.drop ? `${method.drop.percent} % of the month, cut to a whole number` : `${method.drop.count} of each day`,
    rounding: method.wholeMegabits
      ? 'whole Mbit/s, truncated'
      : method.days === 'average'
        ? `${AVERAGE_PLACES} decimals, truncated`
        : 'none',
    base: chosen.base,
    missing: chosen.missing,
    doubled: 'larger',
    minimumPercent: method.minimum ? (chosen.minimumPercent ?? method.minimum.percent) : null,
    charged: method.charged,
  };
}
