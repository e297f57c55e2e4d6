import { D } from '../../../domain/money/decimal.ts';
import type { Amount } from '../../../domain/money/amount.ts';
import type { ChartOption } from './option.ts';

export interface TreemapPart {
  name: string;
  amount: Amount;
}

/** What a treemap can show: an area is never negative, so credits stand in the table alone. */
export const drawable = (parts: readonly TreemapPart[]): TreemapPart[] => parts.filter(({ amount }) => new D(amount).greaterThan(0));

/** Parts of a whole as areas, the largest first. `label` writes the exact figure of a part by its name. */
export function treemapOption(parts: readonly TreemapPart[], label: (name: string) => string): ChartOption {
  return {
    tooltip: { trigger: 'item', formatter: (given: unknown) => label((given as { name?: string }).name ?? '') },
    series: [
      {
        type: 'treemap',
        left: 0,
        right: 0,
        top: 0,
        bottom: 0,
        roam: false,
        nodeClick: false,
        breadcrumb: { show: false },
        itemStyle: { borderColor: '--surface', borderWidth: 1, gapWidth: 1 },
        label: { fontSize: 11, color: '#ffffff', textBorderColor: 'rgba(0, 0, 0, 0.55)', textBorderWidth: 2, overflow: 'truncate' },
        visibleMin: 60,
        data: drawable(parts).map(({ name, amount }) => ({ name, value: new D(amount).toNumber() })),
      },
    ],
  };
}
