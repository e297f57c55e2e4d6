import { usePeriod, useParam } from '../../../app/place.ts';
import { today } from '../../documents/keys.ts';
import { spanOf, type Range } from './range.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The days of the worksheet, in the address; at first the quarter of the global period, else of today. */
export function useRange(): [Range, (range: Range) => void] {
  const { period } = usePeriod();
  const [days, setDays] = useParam('days');
  const [from = '', to = ''] = (days ?? '').split('_');
  const range = DAY.test(from) && DAY.test(to) ? { from, to } : spanOf(period ?? today().slice(0, 7), 'quarter');
  return [range, (next) => setDays(`${next.from}_${next.to}`)];
}
