import type { BillSource, Cells } from '../adapter.ts';
import { normaliseHeader } from '../header.ts';
import { isNullWord } from './cells.ts';

/** Columns that name who sells: the older name first, because a source that moves to 1.3 prints both. */
const PROVIDERS = ['ProviderName', 'ServiceProviderName', 'InvoiceIssuerName', 'HostProviderName'];

/** Who delivers the file: the provider and the billing account that most of its first rows name. */
export function focusSource(headers: readonly string[], head: readonly Cells[]): BillSource {
  const names = headers.map((h) => normaliseHeader(h).name);
  const most = (column: string): string | null => {
    const at = names.indexOf(column.toLowerCase());
    const counts = new Map<string, number>();
    for (const cells of at < 0 ? [] : head) {
      const text = cells[at]?.trim().slice(0, 200) ?? '';
      if (text !== '' && !isNullWord(text)) counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    return [...counts].reduce<[string, number] | null>((best, next) => (best && best[1] >= next[1] ? best : next), null)?.[0] ?? null;
  };
  return { provider: PROVIDERS.map(most).find((name) => name !== null) ?? null, account: most('BillingAccountId') };
}

/** Numbered pieces of one delivery: `…-00002.snappy.parquet` (AWS), `part_1_0001.csv` (Microsoft). */
export function focusPart(name: string): number | null {
  const base = name.replace(/(?:\.(?:csv|parquet|snappy|gz|zip))+$/i, '');
  const microsoft = /(?:^|[^a-z0-9])part_([0-9]{1,4})_([0-9]{1,4})$/i.exec(base);
  if (microsoft) return Number(microsoft[1]) * 10_000 + Number(microsoft[2]);
  const aws = /-([0-9]{5})$/.exec(base);
  return aws ? Number(aws[1]) : null;
}
