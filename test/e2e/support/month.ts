import { appendFileSync, readFileSync } from 'node:fs';
import { billFile, type BillFile } from './files.ts';

/** The month that the tests settle. */
export const PERIOD = '2024-04';

export interface Month {
  /** Its rows as text, the header first. */
  detail: BillFile & { rows: readonly string[] };
  statement: BillFile;
  tencent: BillFile;
  zilliz: BillFile;
}

/** Invented bills of one month: Huawei Cloud details with their statement, Tencent Cloud's API answer, Zilliz's invoices. */
export function inventMonth(folder: string): Month {
  const huawei = { rows: 300, seed: 41, period: PERIOD, taxPercent: 0 };
  const detail = billFile(folder, 'huawei.detail', huawei);
  appendFileSync(detail.path, freeLine(readFileSync(detail.path, 'utf8')));
  detail.expected.rows++;
  detail.expected.lines++;
  return {
    detail: { ...detail, rows: readFileSync(detail.path, 'utf8').split('\n') },
    statement: billFile(folder, 'huawei.statement', huawei),
    tencent: billFile(folder, 'tencent.api.detail', { rows: 80, seed: 42, period: PERIOD }),
    zilliz: billFile(folder, 'zilliz.invoices', { rows: 2, seed: 43, period: '2024-03' }),
  };
}

/** A line that cost nothing: the first one with all its money zero and a transaction number of its own. */
function freeLine(csv: string): string {
  const [header = [], first = []] = csv.split('\n', 2).map((row) => row.split(','));
  const [from, to] = [header.indexOf('官网价'), header.indexOf('已核销金额')];
  const order = header.indexOf('订单号/交易号');
  return `${first.map((cell, i) => (i === order ? 'free-of-charge' : i >= from && i <= to && cell !== '--' ? '0.00000000' : cell)).join(',')}\n`;
}
