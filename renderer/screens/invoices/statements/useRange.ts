import { useParam, usePeriod } from '../../../app/place.ts';
import { today } from '../../documents/keys.ts';
import { dayOf, rangeOf, SPANS, type Range, type Span } from './range.ts';

export interface RangeState extends Range {
  span: Span;
  turned: boolean;
  setSpan: (span: Span) => void;
  setFrom: (day: string | null) => void;
  setTo: (day: string | null) => void;
}

/** The range of the address: the quarter of the period on top unless said otherwise, or any two days. */
export function useRange(): RangeState {
  const { period } = usePeriod();
  const [spanParam, setSpan] = useParam('span');
  const [fromParam, setFrom] = useParam('from');
  const [toParam, setTo] = useParam('to');
  const span = SPANS.find((s) => s === spanParam) ?? 'quarter';
  const around = rangeOf(period ?? today().slice(0, 7), span === 'range' ? 'quarter' : span);
  const from = span === 'range' ? (dayOf(fromParam) ?? around.from) : around.from;
  const to = span === 'range' ? (dayOf(toParam) ?? around.to) : around.to;
  return { span, from, to, turned: to < from, setSpan: (next) => setSpan(next), setFrom, setTo };
}
