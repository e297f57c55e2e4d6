import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../i18n/index.ts';
import type words from '../i18n/en/common.json';
import { init, type ChartOption, type ChartTable, type EChartsType } from './charts/option.ts';
import { PlainTable } from './charts/PlainTable.tsx';
import { SaveMenu } from './charts/SaveMenu.tsx';
import { themed, tokensOf } from './charts/theme.ts';

export type { ChartOption, ChartTable } from './charts/option.ts';
export { treemapOption, drawable } from './charts/treemap.ts';
export { waterfallOption, type WaterfallStep } from './charts/waterfall.ts';

/**
 * An SVG chart with a table behind it, which can be saved as a picture. Positions on a chart may be approximate; the
 * table shows exact text. Colours may be written as tokens (`--series-2`). `name` is the file's, without ending.
 */
export function Chart({
  option,
  table,
  label,
  name = label,
  height = 200,
  onSelect,
}: {
  option: ChartOption;
  table: ChartTable;
  label: string;
  name?: string;
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
    if (box.current) chart.current?.setOption(themed(option, tokensOf(box.current)), { notMerge: true });
  }, [option, scheme, asTable]);
  return (
    <figure className="chart" aria-label={label}>
      {asTable ? <PlainTable table={table} label={label} /> : <div ref={box} style={{ height }} aria-hidden="true" />}
      {!asTable && (
        <div className="visually-hidden">
          <PlainTable table={table} label={label} />
        </div>
      )}
      <div className="chart-actions">
        <button type="button" className="chart-switch" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? t('showChart') : t('showTable')}
        </button>
        <SaveMenu option={option} title={label} name={name} />
      </div>
    </figure>
  );
}
