import { subtract, type Amount } from '../../money/amount.ts';
import { say } from '../../words/said.ts';
import type { Identity } from '../../formats/format.ts';
import type { CheckRule, Verdict, Words } from '../check.ts';
import { NO_LINES, type Facts, type IdentityFacts } from '../facts.ts';
import { figure, linesDrill } from '../figures.ts';
import { STEPS } from '../steps.ts';

/** The two sides of an identity's title, which reads `left = right`. */
function sidesOf({ title, titleZh }: Identity): { left: Words; right: Words } {
  const [en, ...restEn] = title.split('=').map((side) => side.trim()) as [string, ...string[]];
  const [zh, ...restZh] = titleZh.split('=').map((side) => side.trim()) as [string, ...string[]];
  return { left: { en, zh }, right: { en: restEn.join(' = '), zh: restZh.join(' = ') } };
}

/** One check for each identity that a bill format declares: every line must fit by itself, however well the sums agree. */
export const identityCheck = (identity: Identity): CheckRule => ({
  id: `lines.${identity.id}`,
  title: { en: identity.title, zh: identity.titleZh },
  step: STEPS.lines,
  scope: 'lines',
  ...sidesOf(identity),
  tolerance: [],
  explanation: {
    en: 'Every line fits by itself, however well the sums agree; a part that the file does not have is left out.',
    zh: '每一行单独成立，与合计是否相等无关；文件中没有的列不计入。',
  },
  vendors: null,
  source: identity.source,
  run: (facts) => facts.identities.filter((i) => i.identity.id === identity.id && i.checked > 0).map((found) => hold(facts, found)),
});

/** The lines that do not fit, and their name. */
function brokenOf(
  facts: Facts,
  identity: Identity,
  kind: 'detail' | 'statement',
  broken: number,
  difference: Amount,
): Pick<Verdict, 'bad' | 'findings'> {
  if (broken === 0) return { bad: NO_LINES };
  const bad = facts.probe.brokenLines(identity, kind);
  const { left, right } = sidesOf(identity);
  const text = say`${{ left }} ≠ ${{ right }} (lines: ${{ count: broken }}).`;
  return { bad, findings: [{ kind: 'line.arithmetic', amount: difference, text, bad }] };
}

function hold(facts: Facts, { identity, kind, checked, broken, left, right }: IdentityFacts): Verdict {
  const difference = subtract(left, right);
  const words = sidesOf(identity);
  return {
    left: figure(words.left.en, words.left.zh, left, linesDrill(facts, kind)),
    right: figure(words.right.en, words.right.zh, right, linesDrill(facts, kind)),
    difference,
    status: broken === 0 ? 'pass' : 'fail',
    tolerance: 'exact, line by line',
    explanation:
      broken === 0
        ? { en: `Lines that fit: all ${checked}.`, zh: `全部 ${checked} 行均符合。` }
        : { en: `Lines that do not fit: ${broken} of ${checked}.`, zh: `${checked} 行中有 ${broken} 行不符合。` },
    arithmetic: [`${left} − ${right.startsWith('-') ? `(${right})` : right} = ${difference}`],
    ...brokenOf(facts, identity, kind, broken, difference),
    ...(kind === 'statement' ? { part: { id: 'statement', words: { en: 'statement', zh: '流水账单' } } } : {}),
  };
}
