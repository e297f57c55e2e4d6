import type { ReadDb } from '../../../db/connection.ts';
import { remember } from '../../../db/queries/remember.ts';
import { breakdown, currencyTotals, invoiceTotals } from '../../../domain/wht/register/totals.ts';
import { english, type Sentence, type Said } from '../../../domain/words/said.ts';
import { runExport } from '../../reports/run.ts';
import type { Handler, Handlers } from '../../runtime/services.ts';
import { whtRegisterData, type WhtRegisterData, type WhtRegisterInput } from './data.ts';
import { whtRegisterJobs } from './jobs.ts';
import { listedOf } from './returns.ts';

/** Pages of one register are asked for one by one: it is kept until the book changes. */
const dataOf = (read: ReadDb, input: WhtRegisterInput): WhtRegisterData =>
  remember(read, `wht register ${JSON.stringify(input)}`, () => whtRegisterData(read, input));

const register: Handler<'wht/register'> = ({ offset, limit, ...input }, { session }) => {
  const { rows, countries, forms, withoutDay } = dataOf(session.book().read, input);
  return {
    rows: rows.slice(offset, offset + limit),
    count: rows.length,
    totals: currencyTotals(rows),
    breakdown: breakdown(rows),
    invoices: invoiceTotals(rows),
    out: new Set(rows.filter((r) => r.standing === 'out').map((r) => r.id)).size,
    countries,
    forms,
    withoutDay,
  };
};

const asSaid = (sentence: Sentence): Said => (typeof sentence === 'string' ? { template: sentence, params: {} } : sentence);

const listed: Handler<'wht/listed'> = ({ list, period }, { session }) => {
  const { layout, rows, certificates, base, tax, lacks, leftOut } = listedOf(session.book().read, list, period);
  return {
    rows: rows.length,
    certificates,
    currency: layout.currency,
    base,
    tax,
    leftOut,
    lacks: lacks.map(({ certificate, said, remedy }) => ({
      number: certificate.number,
      issuer: certificate.issuer,
      message: english(said),
      said,
      remedy: english(remedy),
      remedySaid: asSaid(remedy),
    })),
  };
};

/** Registers of certificates, and the lists that authorities read in. */
export const whtRegistersHandlers: Handlers<'wht/register' | 'wht/listed' | keyof typeof whtRegisterJobs> = {
  'wht/register': register,
  'wht/listed': listed,
  'export/whtRegister': (input, context) => runExport('export/whtRegister', whtRegisterJobs['export/whtRegister'], input, context),
  'export/whtPnd': (input, context) => runExport('export/whtPnd', whtRegisterJobs['export/whtPnd'], input, context),
  'export/whtList': (input, context) => runExport('export/whtList', whtRegisterJobs['export/whtList'], input, context),
};
