import type { ChartOption } from './option.ts';

/** The value of a colour token (`--ink`) or of the type family. */
export type Token = (name: string) => string;

/** Tokens as they are on the screen now, light or dark. */
export const tokensOf =
  (element: Element): Token =>
  (name) =>
    getComputedStyle(element).getPropertyValue(name).trim();

/** Colours written as tokens (`--series-2`) become colours; functions and texts stay. */
function coloured<T>(value: T, token: Token): T {
  if (typeof value === 'string') return (/^--[a-z0-9-]+$/.test(value) ? token(value) : value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => coloured(item, token)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, coloured(item as unknown, token)])) as T;
}

/** Whether the user asked the system for less motion. */
const calm = (): boolean => globalThis.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Colours, type and quiet axes from the theme; the tooltip is drawn as rich text, never as HTML. */
export function themed(plain: ChartOption, token: Token): ChartOption {
  const option = coloured(plain, token);
  const [ink, dim, line, surface] = ['--ink', '--ink-dim', '--line', '--surface'].map(token);
  const axis = {
    axisLine: { lineStyle: { color: line } },
    axisTick: { show: false },
    axisLabel: { color: dim, fontSize: 11 },
    splitLine: { lineStyle: { color: line } },
  };
  const styled = (given: object): object => ({
    ...axis,
    ...given,
    axisLabel: { ...axis.axisLabel, ...(given as { axisLabel?: object }).axisLabel },
  });
  const axes = <T>(given: T): T => (Array.isArray(given) ? given.map((a: object) => styled(a)) : given ? styled(given) : given) as T;
  return {
    animation: !calm(),
    animationDuration: 200,
    color: [1, 2, 3, 4, 5, 6].map((n) => token(`--series-${n}`)),
    grid: { left: 8, right: 8, top: option.legend ? 36 : 16, bottom: 4, outerBoundsMode: 'same' },
    ...option,
    textStyle: { fontFamily: token('--mantine-font-family'), color: ink, fontSize: 12 },
    tooltip: {
      renderMode: 'richText',
      confine: true,
      trigger: 'axis',
      backgroundColor: surface,
      borderColor: line,
      borderWidth: 1,
      textStyle: { color: ink, fontSize: 12 },
      ...(option.tooltip as object | undefined),
    },
    ...(option.legend
      ? {
          legend: {
            top: 0,
            left: 0,
            textStyle: { color: dim },
            icon: 'roundRect',
            itemWidth: 10,
            itemHeight: 10,
            ...(option.legend as object),
          },
        }
      : {}),
    ...(option.xAxis ? { xAxis: axes(option.xAxis) } : {}),
    ...(option.yAxis ? { yAxis: axes(option.yAxis) } : {}),
  } as ChartOption;
}
