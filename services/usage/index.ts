import { usagePeriods, usageSamples, usageSeries } from '../../db/queries/usage.ts';
import { usageTotals } from '../../db/queries/usage-totals.ts';
import { refuse } from '../../domain/result.ts';
import { peak95 } from '../../domain/usage/peak95.ts';
import type { UsageSample } from '../../domain/usage/samples.ts';
import { say } from '../../domain/words/said.ts';
import type { Handlers } from '../runtime/services.ts';
import { billOf } from './bill.ts';
import { samplesOfFile } from './from-file.ts';
import { outcomeOf } from './outcome.ts';

type Names = 'usage/series' | 'usage/peak' | 'usage/totals' | 'calc/peak95';

/** Usage samples: what the book holds, and the bandwidth that they are charged by. */
export const usageHandlers: Handlers<Names> = {
  'usage/series': ({ period }, { session }) => {
    const { read } = session.book();
    return { periods: usagePeriods(read), series: usageSeries(read, period) };
  },

  'usage/peak': ({ series, ...terms }, { session }) => {
    const { read } = session.book();
    const found = peak95(usageSamples(read, series, terms.period), terms);
    return {
      ...outcomeOf(found),
      points: found.found.points.map(({ time, value }) => ({ time, value })),
      bill: billOf(read, series, {
        period: found.period,
        value: found.value,
        days: found.chargedDays,
        monthDays: found.found.monthDays,
        base: terms.base,
      }),
    };
  },

  'usage/totals': (scope, { session }) => usageTotals(session.book().read, scope),

  'calc/peak95': async ({ file, resource, together, ...terms }, context) => {
    const { samples, notices } = await samplesOfFile(file, context);
    const outcome = peak95(ofResource(samples, resource, together), terms);
    return outcomeOf({ ...outcome, notices: [...notices, ...outcome.notices] });
  },
};

/** The samples of one resource, or of all when they are to be added up; refuses to choose one of several. */
function ofResource(samples: readonly UsageSample[], resource: string | null, together: boolean): readonly UsageSample[] {
  if (resource !== null) return samples.filter((sample) => sample.resource === resource);
  const names = [...new Set(samples.map((sample) => sample.resource))].sort();
  if (names.length > 1 && !together)
    refuse('usage.several-resources', say`The file holds samples of ${{ count: names.length }} resources.`, {
      column: 'resource',
      remedy: say`Choose one with --resource, or add them up with --together: ${{ names: names.slice(0, 12) }}.`,
    });
  return samples;
}
