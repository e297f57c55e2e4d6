import { say, type Said } from '../words/said.ts';
import { allAlike } from './digits.ts';
import { normaliseTaxId } from './normalise.ts';
import type { TaxIdForm, TaxIdPlace, TaxIdScheme } from './scheme.ts';
import { schemesOf } from './schemes/index.ts';

/**
 * `ok`: nothing speaks against it. `unusual`: the shape fits, something else does not; a warning. `wrong-shape`: it
 * is not written as such a number is; a person confirms it. Nothing is ever refused: vendors print numbers that fail.
 */
export type TaxIdOutcome = 'ok' | 'unusual' | 'wrong-shape';

export interface TaxIdVerdict {
  outcome: TaxIdOutcome;
  country: string;
  /** The scheme that it was judged by; null where none is known, or none fits. */
  scheme: string | null;
  typed: string;
  /** As machines compare it. */
  normalised: string;
  /** Grouped as usual on paper. */
  formatted: string;
  /** What was looked at. */
  depth: TaxIdScheme['depth'] | 'nothing';
  reasons: Said[];
}

export interface TaxIdQuestion extends Partial<TaxIdPlace> {
  country: string;
  /** Null tries each scheme of the country. */
  scheme: string | null;
  value: string;
}

/** Judges a number by its country's schemes. A country without a known scheme answers `ok` and says that nothing was looked at. */
export function checkTaxId(question: TaxIdQuestion): TaxIdVerdict {
  const { country, value } = question;
  const text = normaliseTaxId(value);
  const known = schemesOf(country);
  const asked = known.filter((scheme) => question.scheme === null || scheme.id === question.scheme);
  const base = { country, typed: value, scheme: null, normalised: text, formatted: value.trim() };
  if (text === '') return { ...base, outcome: 'wrong-shape', depth: 'nothing', reasons: [say`There is no number.`] };
  if (asked.length === 0) return { ...base, outcome: 'ok', depth: 'nothing', reasons: [unknown(question, known)] };
  const place = { region: question.region ?? null };
  const verdicts = asked.flatMap((scheme) => judge(scheme, text, place, base) ?? []);
  const best = verdicts.find((v) => v.outcome === 'ok') ?? verdicts[0];
  return best ?? { ...base, outcome: 'wrong-shape', depth: 'shape', reasons: [misshapen(value, asked)] };
}

/** The verdict by one scheme, or null where the shape is another's. */
function judge(
  scheme: TaxIdScheme,
  text: string,
  at: TaxIdPlace,
  base: Omit<TaxIdVerdict, 'outcome' | 'depth' | 'reasons'>,
): TaxIdVerdict | null {
  for (const id of [text, ...withoutPrefix(scheme, text)])
    for (const form of scheme.forms) {
      if (!form.shape.test(id)) continue;
      const reasons = form.flaws?.(id, at) ?? [];
      if (allAlike(id)) reasons.push(say`All characters are the same.`);
      return {
        ...base,
        outcome: reasons.length === 0 ? 'ok' : 'unusual',
        scheme: scheme.id,
        normalised: id,
        formatted: laidOut(form, id),
        depth: scheme.depth,
        reasons,
      };
    }
  return null;
}

/** What follows the country's code, the scheme's name or another word that people write before the number. */
const withoutPrefix = (scheme: TaxIdScheme, text: string): string[] =>
  [scheme.country, scheme.id, ...(scheme.prefixes ?? [])].filter((p) => text.startsWith(p)).map((p) => text.slice(p.length));

/** The number in the groups of its form; as it is where it has none, or another length. */
function laidOut({ layout }: TaxIdForm, id: string): string {
  if (!layout) return id;
  let used = 0;
  const written = layout.replace(/#/g, () => id[used++] ?? '');
  return used === id.length ? written : id;
}

const unknown = ({ country, scheme }: TaxIdQuestion, known: readonly TaxIdScheme[]): Said =>
  known.length === 0 || scheme === null
    ? say`No form of tax numbers is known for ${{ country }}: the number is kept as typed.`
    : say`“${{ scheme }}” is no known kind of number of ${{ country }}: the number is kept as typed.`;

const misshapen = (value: string, schemes: readonly TaxIdScheme[]): Said =>
  say`“${{ value: value.trim() }}” is not written like any of these: ${{ kinds: schemes.map(({ name, example }) => say`${{ kind: name }} (${{ example }})`) }}.`;
