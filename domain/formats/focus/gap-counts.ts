import { counted, type Findings } from '../profiles/kit/findings.ts';
import type { FocusColumn } from './columns.ts';
import { knownSource } from './gaps.ts';
import { say } from '../../words/said.ts';

interface Provider {
  rows: number;
  firstRow: number;
  empty: Int32Array;
}

/** Counts, per provider, the empty cells of columns that must not be empty or that the provider is known to leave empty. */
export class GapCounts {
  readonly #columns: readonly (FocusColumn | null)[];
  readonly #providers = new Map<string, Provider>();

  constructor(columns: readonly (FocusColumn | null)[]) {
    this.#columns = columns;
  }

  count(texts: readonly (string | null)[], provider: string | null, row: number): void {
    const name = provider ?? '';
    let counts = this.#providers.get(name);
    if (!counts) this.#providers.set(name, (counts = { rows: 0, firstRow: row, empty: new Int32Array(this.#columns.length) }));
    counts.rows++;
    for (let i = 0; i < this.#columns.length; i++) if (texts[i] === null) counts.empty[i]!++;
  }

  report(findings: Findings): void {
    for (const [provider, { rows, firstRow, empty }] of this.#providers) {
      const source = provider === '' ? null : knownSource(provider);
      const who = source?.name ?? (provider === '' ? say`The source` : provider.slice(0, 60));
      if (source?.caution)
        findings.add(
          'info',
          `focus.source.${source.name.toLowerCase().replaceAll(' ', '-')}`,
          null,
          firstRow,
          say`${{ caution: source.caution }} (${{ source: source.source }})`,
        );
      this.#columns.forEach((column, i) => {
        const count = empty[i]!;
        if (!column || count === 0) return;
        const named = source?.empty.includes(column.name) && count === rows;
        if (!named && !column.notNull) return;
        const share =
          count === rows ? say`on all of ${{ rows: counted(rows, 'row') }}` : say`on ${{ count }} of ${{ rows: counted(rows, 'row') }}`;
        const known = source?.empty.includes(column.name) ? say`, as known (${{ source: source.source }})` : '';
        findings.add(
          'gap',
          'focus.gap',
          column.name,
          firstRow,
          say`${{ who }} leaves ${{ column: column.name }} empty ${{ share }}${{ known }}. Nothing is put in its place.`,
          null,
          provider,
        );
      });
    }
  }
}
