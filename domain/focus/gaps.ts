import type { Finding } from '../formats/adapter.ts';
import { counted } from '../formats/profiles/kit/findings.ts';
import { say, type Said } from '../words/said.ts';

/** Something that the exported file does not tell, or tells by a rule of Tallybook's, and how often. */
export interface Gap {
  kind: 'empty' | 'filled' | 'note';
  column: string | null;
  count: number;
  message: Said;
}

/** What stands where no bill tells a value that the specification never lets be empty. */
const INSTEAD: Readonly<Record<string, Said>> = {
  ListCost: say`the billed cost stands there`,
  ContractedCost: say`the billed cost stands there`,
  EffectiveCost: say`the billed cost stands there, whole in the month in which it was billed`,
  InvoiceIssuerName: say`the provider stands there`,
  PublisherName: say`the provider stands there`,
  SubAccountName: say`the account’s number stands there`,
  RegionId: say`the region’s name stands there`,
  RegionName: say`the region’s code stands there`,
  ChargeCategory: say`taken as usage`,
  ChargeFrequency: say`taken as usage-based`,
  BillingPeriodStart: say`the month of the line stands there`,
  BillingPeriodEnd: say`the month of the line stands there`,
  InvoiceDetailCreated: say`the day of the invoice stands there`,
  InvoiceDetailLastUpdated: say`the day of the invoice stands there`,
  BillingAccountId: say`the one account of the month’s bill stands there`,
};

/** Counts what was filled by rule, and what the finished rows still lack. */
export class GapTally {
  readonly #filled = new Map<string, number>();
  readonly #notes: Gap[] = [];

  add(filled: readonly string[]): void {
    for (const column of filled) this.#filled.set(column, (this.#filled.get(column) ?? 0) + 1);
  }

  note(message: Said, count: number, column: string | null = null): void {
    this.#notes.push({ kind: 'note', column, count, message });
  }

  /** `findings`: what the check of the written rows found. Ordered by column. */
  list(findings: readonly Finding[]): Gap[] {
    const filled = [...this.#filled].map(([column, count]): Gap => {
      const instead = INSTEAD[column] ?? say`filled by rule`;
      return {
        kind: 'filled',
        column,
        count,
        message: say`${{ column }} is told by no bill in ${{ count: counted(count, 'row') }}: ${{ instead }}.`,
      };
    });
    const empty = findings.map(({ column, count, message, said }): Gap => ({
      kind: 'empty',
      column,
      count,
      message: said?.message ?? { template: message, params: {} },
    }));
    const byColumn = (a: Gap, b: Gap): number => ((a.column ?? '') < (b.column ?? '') ? -1 : 1);
    return [...empty.sort(byColumn), ...filled.sort(byColumn), ...this.#notes];
  }
}
