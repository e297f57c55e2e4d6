import { sumsByState, ageingOf } from '../../../domain/wht/expected/ageing.ts';
import type { ExpectedRow } from '../../contract/wht-expected.ts';
import type { ParsedInput } from '../../contract/index.ts';
import { findInvoice } from '../../invoices/find.ts';
import type { Handler, Handlers } from '../../runtime/services.ts';
import { recordStep, stepsOf, withdraw } from '../steps/change.ts';
import { expectedIn } from './derive.ts';

type Filter = Omit<ParsedInput<'wht/ageing'>, 'by'>;

const listExpected: Handler<'wht/expected'> = (input, { session }) => {
  const { read } = session.book();
  const asOf = input.asOf ?? session.today();
  const id = input.invoice === null ? null : findInvoice(read, input.invoice.invoice, input.invoice.vendor).id;
  const rows = within(expectedIn(read, asOf, id), input);
  const { states } = input;
  return { asOf, rows: states === null ? rows : rows.filter((row) => states.includes(row.state)), sums: sumsByState(rows) };
};

const KEYS: Record<ParsedInput<'wht/ageing'>['by'], (row: ExpectedRow) => string> = {
  country: (row) => row.country ?? '',
  vendor: (row) => row.vendor,
  period: (row) => row.period ?? row.date.slice(0, 7),
  counterparty: (row) => row.counterparty,
};

const ageing: Handler<'wht/ageing'> = (input, { session }) => {
  const { read } = session.book();
  const asOf = input.asOf ?? session.today();
  return { asOf, groups: ageingOf(within(expectedIn(read, asOf), input), KEYS[input.by]) };
};

function within(rows: readonly ExpectedRow[], filter: Filter): ExpectedRow[] {
  const wanted = filter.search.trim().toLowerCase();
  return rows.filter(
    (row) =>
      (filter.side === null || row.side === filter.side) &&
      (filter.country === null || row.country === filter.country) &&
      (filter.vendor === null || row.vendor === filter.vendor) &&
      (filter.period === null || KEYS.period(row) === filter.period) &&
      (filter.finding === null || row.findings.includes(filter.finding)) &&
      (wanted === '' ||
        [row.invoice, row.counterparty, ...row.certificates.map((c) => c.number)].some((t) => t.toLowerCase().includes(wanted))),
  );
}

/** Certificates that are expected, how old what is missing is, and the steps that are recorded on the way. */
export const whtExpectedHandlers: Handlers<'wht/expected' | 'wht/ageing' | 'wht/steps' | 'wht/recordStep' | 'wht/withdrawStep'> = {
  'wht/expected': listExpected,
  'wht/ageing': ageing,
  'wht/steps': (input, { session }) => {
    const { read } = session.book();
    return stepsOf(read, findInvoice(read, input.invoice, input.vendor).id);
  },
  'wht/recordStep': recordStep,
  'wht/withdrawStep': withdraw,
};
