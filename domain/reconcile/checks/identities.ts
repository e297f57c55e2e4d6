import { subtract } from '../../money/amount.ts';
import type { Identity } from '../../formats/format.ts';
import type { CheckRule, Verdict } from '../check.ts';
import { NO_LINES, type Facts, type IdentityFacts } from '../facts.ts';
import { figure, linesDrill } from '../figures.ts';
import { STEPS } from '../steps.ts';

/** One check for each identity that a bill format declares: every line must fit by itself, however well the sums agree. */
export const identityCheck = (identity: Identity): CheckRule => ({
  id: `lines.${identity.id}`,
  title: { en: identity.title, zh: identity.titleZh },
  step: STEPS.lines,
  vendors: null,
  source: identity.source,
  run: (facts) => facts.identities.filter((i) => i.identity.id === identity.id && i.checked > 0).map((found) => hold(facts, found)),
});

function hold(facts: Facts, { identity, kind, checked, broken, left, right }: IdentityFacts): Verdict {
  const difference = subtract(left, right);
  const [leftZh, ...rightZh] = identity.titleZh.split('=').map((side) => side.trim()) as [string, ...string[]];
  const [leftEn, ...rightEn] = identity.title.split('=').map((side) => side.trim()) as [string, ...string[]];
  return {
    left: figure(leftEn, leftZh, left, linesDrill(facts, kind)),
    right: figure(rightEn.join(' = '), rightZh.join(' = '), right, linesDrill(facts, kind)),
    difference,
    status: broken === 0 ? 'pass' : 'fail',
    tolerance: 'exact, line by line',
    explanation:
      broken === 0
        ? { en: `Lines that fit: all ${checked}.`, zh: `全部 ${checked} 行均符合。` }
        : { en: `Lines that do not fit: ${broken} of ${checked}.`, zh: `${checked} 行中有 ${broken} 行不符合。` },
    arithmetic: [`${left} − ${right.startsWith('-') ? `(${right})` : right} = ${difference}`],
    bad: broken > 0 ? facts.probe.brokenLines(identity, kind) : NO_LINES,
    ...(kind === 'statement' ? { part: { id: 'statement', words: { en: 'statement', zh: '流水账单' } } } : {}),
  };
}
