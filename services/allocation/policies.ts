import { CONVENTIONS, type DayConvention } from '../../domain/allocation/conventions.ts';
import { ALLOCATION_ROUNDING } from '../../domain/allocation/scale.ts';
import type { VendorName } from '../../db/measures.ts';
import type { Output } from '../contract/index.ts';

type Policy = Output<'allocation/summary'>['policies'][number];

const LAST_DAY = {
  counts: { en: 'the last day counts unless the term ends at midnight', zh: '末日计入（零点到期除外）' },
  'by-time': { en: 'the last day counts where the term ends later in the day than it began', zh: '到期时刻晚于开始时刻时末日计入' },
} as const;

/** A convention as a named rule. */
export function conventionPolicy({ id, lastDay, clock, source, sourceZh }: DayConvention): Policy {
  const zone = clock === 0 ? 'UTC' : `GMT+${String(clock).padStart(2, '0')}:00`;
  return {
    id,
    title: `The first day counts, ${LAST_DAY[lastDay].en}; calendar months in ${zone}`,
    titleZh: `首日计入，${LAST_DAY[lastDay].zh}；按 ${zone} 的自然月`,
    source,
    sourceZh,
  };
}

export const roundingPolicy = (): Policy => {
  const { id, title, titleZh, source, sourceZh } = ALLOCATION_ROUNDING;
  return { id, title, titleZh, source, sourceZh };
};

/** The rules behind the figures of these vendors. */
export const policiesOf = (vendors: ReadonlySet<VendorName>): Policy[] => [
  roundingPolicy(),
  ...CONVENTIONS.filter(({ vendor }) => vendors.has(vendor)).map(conventionPolicy),
];
