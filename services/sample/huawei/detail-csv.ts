import { csvLine, headerOf } from '../csv.ts';
import type { SampleWriter } from '../generate.ts';
import { detailColumns } from './detail-columns.ts';
import { huaweiGroupedCsv } from './grouped-csv.ts';
import { huaweiLines } from './lines.ts';

/** 明细账单, by usage, each line: the columns of Huawei Cloud billing guide 6.1.1 and the file description. */
export const huaweiDetailCsv: SampleWriter = function* (options, tally) {
  if (options.dimension !== 'usage' || options.span !== 'line') {
    yield* huaweiGroupedCsv(options.dimension)(options, tally);
    return;
  }
  const columns = detailColumns(options);
  yield csvLine(headerOf(columns, options), options);
  for (const line of huaweiLines(options)) {
    tally.rows++;
    tally.line(options.currency, line.money);
    yield csvLine(
      columns.map((column) => column.cell(line)),
      options,
    );
  }
};
