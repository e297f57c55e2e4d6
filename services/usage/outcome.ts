import type { PeakOutcome } from '../../domain/usage/peak95.ts';
import { english } from '../../domain/words/said.ts';
import type { PeakResult } from '../contract/usage.ts';

/** A result as it crosses the contract: English text with what it was made of, figures as text. */
export function outcomeOf(outcome: PeakOutcome): PeakResult {
  const { found, policy, ranked } = outcome;
  return {
    result: {
      method: policy.method,
      period: outcome.period,
      unit: outcome.unit,
      value: outcome.value,
      measured: outcome.measured,
      minimum: outcome.minimum,
      charge: outcome.charge,
      chargedDays: outcome.chargedDays,
      validDays: outcome.validDays,
      monthDays: found.monthDays,
      samples: found.points.length,
      missing: found.missing,
      ranked: ranked?.count ?? null,
      dropped: ranked?.dropped ?? null,
      chosen: outcome.chosen.map(({ time, value }) => ({ time, value })),
      days: outcome.days.map(({ day, samples, missing, valid, peak, figure, counts }) => ({
        day,
        samples,
        missing,
        valid,
        time: peak.time,
        peak: peak.value,
        figure,
        counts,
      })),
    },
    policy,
    steps: outcome.steps.map(({ label, formula, value, unit }) => ({
      label: english(label),
      formula: english(formula),
      value,
      unit,
      said: { label, formula },
    })),
    notices: outcome.notices.map(({ level, code, message }) => ({ level, code, message: english(message), said: message })),
  };
}
