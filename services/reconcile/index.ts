import { checks } from '../../domain/reconcile/checks/index.ts';
import type { CheckRule, Figure, Verdict } from '../../domain/reconcile/check.ts';
import type { Facts } from '../../domain/reconcile/facts.ts';
import { settingsOf } from '../book/profile.ts';
import type { Check } from '../contract/reconcile.ts';
import type { Handler, Handlers } from '../runtime/services.ts';
import { gatherFacts } from './facts.ts';
import { english } from '../../domain/words/said.ts';
import { tell } from '../../domain/words/tell.ts';
import { toleranceZh } from '../../domain/reconcile/tolerances.ts';

/** Every check of the period, vendor by vendor and currency by currency. */
const run: Handler<'reconcile/run'> = ({ period, vendor }, { session }) => {
  const read = session.book().read;
  const facts = gatherFacts(read, period, settingsOf(read).settlement, vendor, session.today());
  const found = facts.flatMap((own) =>
    checks
      .filter((rule) => rule.vendors === null || rule.vendors.includes(own.vendor))
      .flatMap((rule) => rule.run(own).map((verdict) => toCheck(rule, own, verdict))),
  );
  const counts = { pass: 0, explained: 0, fail: 0, missing: 0 };
  for (const check of found) counts[check.status]++;
  return { period, checks: found, counts };
};

const side = (figure: Figure): Check['leftSide'] => ({
  label: figure.label.en,
  labelZh: figure.label.zh,
  value: figure.value,
  drill: figure.drill,
});

function toCheck(rule: CheckRule, facts: Facts, verdict: Verdict): Check {
  const part = verdict.part;
  const currency = verdict.currency ?? facts.currency;
  return {
    id: [rule.id, facts.vendor, facts.currency, ...(currency === facts.currency ? [] : [currency]), ...(part ? [part.id] : [])].join(':'),
    check: rule.id,
    vendor: facts.vendor,
    currency,
    title: part ? `${rule.title.en} (${part.words.en})` : rule.title.en,
    titleZh: part ? `${rule.title.zh}（${part.words.zh}）` : rule.title.zh,
    step: rule.step.en,
    stepZh: rule.step.zh,
    left: verdict.left.value,
    right: verdict.right.value,
    difference: verdict.difference,
    tolerance: verdict.tolerance,
    toleranceZh: toleranceZh(verdict.tolerance),
    status: verdict.status,
    explanation: verdict.explanation.en,
    explanationZh: verdict.explanation.zh,
    leftSide: side(verdict.left),
    rightSide: side(verdict.right),
    arithmetic: verdict.arithmetic.map(english),
    arithmeticZh: verdict.arithmetic.map((line) => tell(line, 'zh-CN')),
    lines: verdict.bad.lines.map((line) => ({ ...line, text: english(line.text), textZh: tell(line.text, 'zh-CN') })),
    lineCount: verdict.bad.count,
  };
}

export const reconcileHandlers: Handlers<'reconcile/run'> = { 'reconcile/run': run };
