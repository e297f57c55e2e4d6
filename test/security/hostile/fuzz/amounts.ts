import { fromPair } from '../../../../domain/money/pair.ts';
import { readOriginal } from '../../../../services/import/original.ts';
import type { Imported, ImportBench, Previewed } from '../../../support/import-host.ts';

/** Formats whose payable amount stands in one column as it is. */
const PLAIN = new Set([
  'huawei.detail',
  'huawei.detail.by-product',
  'huawei.detail.by-type',
  'huawei.detail.by-account',
  'tencent.detail',
  'tencent.resources',
  'focus.1.0',
  'focus.1.2',
  'aws.cur',
]);

/**
 * Lines whose stored payable is not what the row of the file says, which is read here by other means than the import's:
 * the text of the cell, as units of 10^-10.
 */
export function wrongAmounts(bench: ImportBench, cards: readonly Previewed[], results: readonly Imported[]): string[] {
  const { read } = bench.context.session.book();
  const wrong: string[] = [];
  results.forEach(({ batch, format }, i) => {
    const header = cards.filter((c) => !c.error)[i]?.columns.find((c) => c.field === 'payable')?.header;
    if (!PLAIN.has(format) || header === undefined || batch === null) return;
    for (const line of read.all<{ id: number; u: number; f: number }>(
      'SELECT id, payable_u AS u, payable_f AS f FROM bill_line WHERE batch_id = ?',
      [batch],
    )) {
      const cell = readOriginal(read, line.id).columns.find((c) => c.header === header.trim())?.value ?? '';
      if (inTenths(cell) !== BigInt(line.u) * 10_000_000_000n + BigInt(line.f))
        wrong.push(
          `line ${line.id} of ${format}: the cell says ${JSON.stringify(cell.slice(0, 80))}, the book ${fromPair(BigInt(line.u), BigInt(line.f))}`,
        );
    }
  });
  return wrong;
}

/** Units of 10^-10 of a printed amount. */
function inTenths(cell: string): bigint | null {
  const text = cell
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace('\u2212', '-')
    .replaceAll(',', '')
    .trim();
  const match = /^([+-]?)(\d+)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(text);
  if (!match) return null;
  const [, sign, whole, fraction, exponent] = match;
  const places = 10 - fraction!.length + Number(exponent ?? 0);
  const digits = BigInt(whole! + fraction!);
  const value = places >= 0 ? digits * 10n ** BigInt(places) : digits / 10n ** BigInt(-places);
  return sign === '-' ? -value : value;
}
