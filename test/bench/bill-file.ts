import { appendFileSync, closeSync, copyFileSync, openSync, statSync, writeSync } from 'node:fs';
import { generate } from '../../services/sample/generate.ts';

/** Writes a Huawei Cloud detail bill of so many rows, about 60 columns each; the same bytes every time. Returns its size in bytes. */
export function writeBill(path: string, rows: number): number {
  const file = openSync(path, 'w');
  for (const chunk of generate('huawei.detail', { rows, seed: 42 }).bytes()) writeSync(file, chunk);
  closeSync(file);
  return statSync(path).size;
}

/** The same bill as it is told some days later: every row of `path`, and so many more. */
export function writeLonger(path: string, longer: string, more: number): void {
  copyFileSync(path, longer);
  const text = Buffer.concat([...generate('huawei.detail', { rows: more, seed: 43 }).bytes()]);
  appendFileSync(longer, text.subarray(text.indexOf(10) + 1));
}
