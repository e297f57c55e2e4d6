import { useComputedColorScheme } from '@mantine/core';
import { BarChart, LineChart, PieChart } from 'echarts/charts';
import { DatasetComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as register, type ComposeOption, type EChartsType } from 'echarts/core';
import type { BarSeriesOption, LineSeriesOption, PieSeriesOption } from 'echarts/charts';
import type { DatasetComponentOption, GridComponentOption, LegendComponentOption, TooltipComponentOption } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../i18n/index.ts';
import type words from '../i18n/en/common.json';

register([BarChart, LineChart, PieChart, DatasetComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

export type ChartOption = ComposeOption<
  | BarSeriesOption
  | LineSeriesOption
  | PieSeriesOption
  | DatasetComponentOption
  | GridComponentOption
  | LegendComponentOption
  | TooltipComponentOption
>;

/** The same figures as a table, for those who cannot see the picture and for exact reading. */
export interface ChartTable {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

const read = (element: Element, name: string): string => getComputedStyle(element).getPropertyValue(name).trim();

/** Colours, type and quiet axes from the theme; the tooltip is drawn as rich text, never as HTML. */
function themed(option: ChartOption, element: Element): ChartOption {
  const [ink, dim, line, surface] = ['--ink', '--ink-dim', '--line', '--surface'].map((name) => read(element, name));
  const axis = {
    axisLine: { lineStyle: { color: line } },
    axisTick: { show: false },
    axisLabel: { color: dim, fontSize: 11 },
    splitLine: { lineStyle: { color: line } },
  };
  const axes = <T,>(given: T): T =>
    (Array.isArray(given) ? given.map((a: object) => ({ ...axis, ...a })) : given ? { ...axis, ...given } : given) as T;
  return {
    animationDuration: 200,
    color: [1, 2, 3, 4, 5, 6].map((n) => read(element, `--series-${n}`)),
    grid: { left: 8, right: 8, top: option.legend ? 36 : 16, bottom: 4, outerBoundsMode: 'same' },
    ...option,
    textStyle: { fontFamily: read(element, '--mantine-font-family'), color: ink, fontSize: 12 },
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

/** An SVG chart with a table behind it. Positions on a chart may be approximate; the table shows exact text. */
export function Chart({
  option,
  table,
  label,
  height = 200,
  onSelect,
}: {
  option: ChartOption;
  table: ChartTable;
  label: string;
  height?: number;
  onSelect?: (name: string) => void;
}) {
  const t = useWords<typeof words>('common');
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const select = useRef(onSelect);
  const scheme = useComputedColorScheme('light');
  const [asTable, setAsTable] = useState(false);
  useEffect(() => {
    select.current = onSelect;
  }, [onSelect]);
  useEffect(() => {
    const element = box.current;
    if (!element || asTable) return;
    const made = init(element, null, { renderer: 'svg' });
    made.on('click', (event) => select.current?.(event.name));
    chart.current = made;
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(element);
    return () => {
      watch.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, [asTable]);
  useEffect(() => {
    if (box.current) chart.current?.setOption(themed(option, box.current), { notMerge: true });
  }, [option, scheme, asTable]);
  return (
    <figure className="chart" aria-label={label}>
      {asTable ? <Plain table={table} label={label} /> : <div ref={box} style={{ height }} aria-hidden="true" />}
      {!asTable && (
        <div className="visually-hidden">
          <Plain table={table} label={label} />
        </div>
      )}
      <button type="button" className="chart-switch" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
        {asTable ? t('showChart') : t('showTable')}
      </button>
    </figure>
  );
}

const Plain = ({ table, label }: { table: ChartTable; label: string }) => (
  <table className="plain" aria-label={label}>
    <thead>
      <tr>
        {table.columns.map((column) => (
          <th key={column} scope="col">
            {column}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {table.rows.map((row, index) => (
        <tr key={row[0] ?? index}>
          {row.map((cell, at) => (
            <td key={table.columns[at] ?? at}>{cell}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
