import type { ReadDb } from '../../db/connection.ts';
import { checks } from '../../domain/reconcile/checks/index.ts';
import type { CheckRule, Figure, Finding, Verdict } from '../../domain/reconcile/check.ts';
import type { BadLines, Facts, Vendor } from '../../domain/reconcile/facts.ts';
import { settingsOf } from '../book/profile.ts';
import { KIND_IDS, KINDS } from '../../domain/reconcile/kinds.ts';
import type { Check, CheckFinding } from '../contract/reconcile.ts';
import type { Handler, Handlers } from '../runtime/services.ts';
import { saveAgreements, showAgreements } from './agreements.ts';
import { gatherFacts } from './facts.ts';
import { english } from '../../domain/words/said.ts';
import { tell } from '../../domain/words/tell.ts';
import { sourceWords } from '../../domain/reconcile/sources.ts';
import { policyTitle, toleranceZh } from '../../domain/reconcile/tolerances.ts';

/** Every check of the period, vendor by vendor and currency by currency. */
export function checksOf(read: ReadDb, period: string, today: string, vendor: Vendor | null = null): Check[] {
  const facts = gatherFacts(read, period, settingsOf(read).settlement, vendor, today);
  return facts.flatMap((own) =>
    checks
      .filter((rule) => rule.vendors === null || rule.vendors.includes(own.vendor))
      .flatMap((rule) => rule.run(own).map((verdict) => toCheck(rule, own, verdict))),
  );
}

const run: Handler<'reconcile/run'> = ({ period, vendor }, { session }) => {
  const found = checksOf(session.book().read, period, session.today(), vendor);
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

const listed = ({ lines, count }: BadLines): Pick<Check, 'lines' | 'lineCount'> => ({
  lines: lines.map((line) => ({ ...line, text: english(line.text), textZh: tell(line.text, 'zh-CN') })),
  lineCount: count,
});

function toFinding({ kind, amount, text, bad }: Finding): CheckFinding {
  const { title, remedy } = KINDS[kind];
  return {
    kind,
    title: title.en,
    titleZh: title.zh,
    remedy: remedy.en,
    remedyZh: remedy.zh,
    amount,
    text: english(text),
    textZh: tell(text, 'zh-CN'),
    ...listed(bad),
  };
}

function toCheck(rule: CheckRule, facts: Facts, verdict: Verdict): Check {
  const part = verdict.part;
  const currency = verdict.currency ?? facts.currency;
  return {
    id: [rule.id, facts.vendor, facts.currency, ...(currency === facts.currency ? [] : [currency]), ...(part ? [part.id] : [])].join(':'),
    check: rule.id,
    vendor: facts.vendor,
    currency: verdict.unit === undefined ? currency : null,
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
    scope: rule.scope,
    findings: (verdict.findings ?? []).map(toFinding),
    ...listed(verdict.bad),
  };
}

const catalogue: Handler<'reconcile/catalogue'> = () => ({
  checks: checks.map(({ id, title, step, scope, vendors, left, right, tolerance, explanation, source }) => ({
    id,
    title,
    step,
    scope,
    vendors: vendors === null ? null : [...vendors],
    left,
    right,
    tolerance: tolerance.map((policy) => ({ id: policy, en: policyTitle(policy), zh: toleranceZh(policy) })),
    explanation,
    source: sourceWords(source),
  })),
  kinds: KIND_IDS.map((id) => ({ id, ...KINDS[id] })),
});

export const reconcileHandlers: Handlers<'reconcile/run' | 'reconcile/catalogue' | 'reconcile/agreements' | 'reconcile/saveAgreements'> = {
  'reconcile/run': run,
  'reconcile/catalogue': catalogue,
  'reconcile/agreements': showAgreements,
  'reconcile/saveAgreements': saveAgreements,
};
