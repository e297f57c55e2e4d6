import { daysBetween } from '../time/plain-date.ts';
import { likeness, NEAR_DAYS, type Paper, type PaperLikeness } from './likeness.ts';
import { nearKeys } from './number-form.ts';

export interface PaperPair extends PaperLikeness {
  /** Ids, the lower one first. */
  a: number;
  b: number;
}

export interface FoundPairs {
  /** Exact ones first, then by score, then by the newer paper; exact pairs are there whatever their score. */
  pairs: PaperPair[];
  /** So much is alike in some places that not every likely pair there was looked at. Exact ones are always complete. */
  truncated: boolean;
}

/** Neighbours that a paper is compared with in one block of likely ones. */
const MOST_NEIGHBOURS = 40;

/**
 * Pairs of documents that look like one, out of those that are not void. Not every document is held against every other: only
 * those that share a key (number, total, file, lines, nearly the number), so that 10,000 take well under a second.
 */
export function findPairs(papers: readonly Paper[], nearDays: number = NEAR_DAYS): FoundPairs {
  const found = new Map<number, PaperPair>();
  const seen = new Set<number>();
  const width = papers.length;
  let truncated = false;
  const hold = (i: number, j: number): void => {
    const key = i < j ? i * width + j : j * width + i;
    if (i === j || seen.has(key)) return;
    seen.add(key);
    const [x, y] = [papers[i]!, papers[j]!];
    const alike = likeness(x, y, nearDays);
    if (alike && (alike.exact || alike.suspected)) found.set(key, { a: Math.min(x.id, y.id), b: Math.max(x.id, y.id), ...alike });
  };
  for (const block of blocks(papers, (p) => (p.number.whole === '' ? [] : [`whole ${p.number.whole}`, `parts ${p.number.parts}`])))
    for (const [at, i] of block.entries()) for (const j of block.slice(at + 1)) hold(i, j);
  const holdNear = (block: readonly number[], within: boolean): void => {
    const ordered = block.toSorted((i, j) => compareDates(papers[i]!.date, papers[j]!.date) || i - j);
    for (const [at, i] of ordered.entries())
      for (let next = at + 1; next < ordered.length; next++) {
        const j = ordered[next]!;
        if (within && far(papers[i]!, papers[j]!, nearDays)) break;
        if (next - at > MOST_NEIGHBOURS) {
          truncated = true;
          break;
        }
        hold(i, j);
      }
  };
  for (const { keys, within = false } of LIKELY) for (const block of blocks(papers, keys)) holdNear(block, within);
  // Nearly the same number for the same figure, whatever the dates.
  for (const block of blocks(papers, figures))
    for (const near of block.length <= MOST_NEIGHBOURS
      ? [block]
      : blocks(papers, (p) => (p.direction === 'received' ? nearKeys(p.number.whole) : []), block))
      holdNear(near, false);
  const pairs = [...found.values()].sort((x, y) => Number(y.exact) - Number(x.exact) || y.score - x.score || y.b - x.b || y.a - x.a);
  return { pairs, truncated };
}

/** A paper's total and net, by which the net of one is the total of another. */
const figures = (p: Paper): string[] => (p.total === null || p.net === null ? [] : [`${p.currency} ${p.total}`, `${p.currency} ${p.net}`]);

/** What likely pairs have in common; `within`: only of near dates. */
const LIKELY: readonly { keys: (p: Paper) => string[]; within?: boolean }[] = [
  { keys: figures, within: true },
  { keys: (p) => (p.period === null ? [] : figures(p).map((figure) => `${figure} ${p.period}`)) },
  { keys: (p) => [...p.files] },
  { keys: (p) => (p.lines === null ? [] : [p.lines]) },
];

/** Indexes by key, of keys that more than one has. */
function blocks(papers: readonly Paper[], keysOf: (p: Paper) => string[], among?: readonly number[]): number[][] {
  const byKey = new Map<string, number[]>();
  for (const i of among ?? papers.keys()) {
    for (const key of new Set(keysOf(papers[i]!))) {
      const block = byKey.get(key);
      if (block) block.push(i);
      else byKey.set(key, [i]);
    }
  }
  return [...byKey.values()].filter((block) => block.length > 1);
}

const compareDates = (a: string | null, b: string | null): number => ((a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0);
const far = (a: Paper, b: Paper, days: number): boolean => a.date === null || b.date === null || daysBetween(a.date, b.date) > days;

/** Documents that look like the one being entered, the likeliest first; suspected or of its number, at most `limit`. */
export const findSimilar = (draft: Paper, papers: readonly Paper[], limit: number): PaperPair[] =>
  papers
    .flatMap((paper) => {
      const alike = paper.id === draft.id ? null : likeness(draft, paper);
      return alike && (alike.exact || alike.suspected) ? [{ a: draft.id, b: paper.id, ...alike }] : [];
    })
    .sort((x, y) => Number(y.exact) - Number(x.exact) || y.score - x.score || y.b - x.b)
    .slice(0, limit);
