import type { ChartOption } from '../../../ui/index.ts';

/** The option with names under its bars cut to so many pixels, for many bars beside each other; hints and table have them in full. */
export const shortNames = (option: ChartOption, width = 66): ChartOption => ({
  ...option,
  xAxis: {
    ...(option.xAxis as object),
    axisLabel: { interval: 0, width, overflow: 'truncate', hideOverlap: true, color: '--ink-dim', fontSize: 11 },
  } as NonNullable<ChartOption['xAxis']>,
});
