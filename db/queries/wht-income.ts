import { fromPair, toPair } from '../../domain/money/pair.ts';
import type { IncomeCategory, IncomeLine } from '../../domain/wht/certificate.ts';
import type { ReadDb, WriteDb } from '../connection.ts';

interface Row {
  certificate_id: bigint;
  category: IncomeCategory;
  code: string | null;
  description: string;
  paid: string | null;
  base_u: bigint | null;
  base_f: bigint | null;
  rate: string | null;
  tax_u: bigint;
  tax_f: bigint;
}

/** Income lines by certificate id, as printed from top to bottom. */
export function incomeOf(read: ReadDb, certificateIds: readonly number[]): Map<number, IncomeLine[]> {
  const rows = read.allBig<Row>('SELECT * FROM wht_line WHERE certificate_id IN (SELECT value FROM json_each(?)) ORDER BY position', [
    JSON.stringify(certificateIds),
  ]);
  const found = new Map<number, IncomeLine[]>();
  for (const r of rows) {
    const own = found.get(Number(r.certificate_id)) ?? [];
    own.push({
      category: r.category,
      code: r.code,
      description: r.description,
      paid: r.paid,
      base: r.base_u === null || r.base_f === null ? null : fromPair(r.base_u, r.base_f),
      rate: r.rate,
      tax: fromPair(r.tax_u, r.tax_f),
    });
    found.set(Number(r.certificate_id), own);
  }
  return found;
}

/** Sets the income lines of a certificate, in the order given, in place of those that it had. */
export function setIncome(write: WriteDb, certificateId: number, lines: readonly IncomeLine[]): void {
  write.run('DELETE FROM wht_line WHERE certificate_id = ?', [certificateId]);
  lines.forEach((line, index) => {
    const base = line.base === null ? null : toPair(line.base);
    const tax = toPair(line.tax);
    write.run(
      `INSERT INTO wht_line (certificate_id, position, category, code, description, paid, base_u, base_f, rate, tax_u, tax_f)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        certificateId,
        index + 1,
        line.category,
        line.code,
        line.description,
        line.paid,
        base?.units ?? null,
        base?.fraction ?? null,
        line.rate,
        tax.units,
        tax.fraction,
      ],
    );
  });
}
