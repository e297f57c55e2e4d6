import type { Handlers } from '../runtime/services.ts';
import { anomalies } from './anomalies.ts';
import { compare } from './compare.ts';
import { coverage } from './coverage.ts';
import { dismiss, restore } from './dismiss.ts';
import { duplicates } from './duplicates.ts';
import { trend } from './trend.ts';

type Names =
  | 'analysis/compare'
  | 'analysis/trend'
  | 'analysis/coverage'
  | 'analysis/anomalies'
  | 'analysis/duplicates'
  | 'analysis/dismiss'
  | 'analysis/restore';

/** Comparing periods: what changed, why, and what may be told twice. */
export const analysisHandlers: Handlers<Names> = {
  'analysis/compare': compare,
  'analysis/trend': trend,
  'analysis/coverage': coverage,
  'analysis/anomalies': anomalies,
  'analysis/duplicates': duplicates,
  'analysis/dismiss': dismiss,
  'analysis/restore': restore,
};
