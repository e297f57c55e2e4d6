import { remember } from '../../db/queries/remember.ts';
import type { ReadDb } from '../../db/connection.ts';
import { runExport } from '../reports/run.ts';
import type { Handler, Handlers } from '../runtime/services.ts';
import { ageing } from './ageing.ts';
import { duplicates, markDistinct, unmarkDistinct } from './duplicates.ts';
import { statementJobs } from './export/jobs.ts';
import { registerData, type RegisterData, type RegisterInput } from './register.ts';
import { localTotals, registerTotals, taxRows, taxTotals } from './register-totals.ts';
import { similar } from './similar.ts';
import { statement } from './statement.ts';

/** Pages of one register are asked for one by one: it is kept until the book changes. */
const registerOf = (read: ReadDb, input: RegisterInput): RegisterData =>
  remember(read, `register ${JSON.stringify(input)}`, () => registerData(read, input));

const register: Handler<'invoices/register'> = ({ offset, limit, ...input }, { session }) => {
  const { entries, withoutPeriod, countries } = registerOf(session.book().read, input);
  return {
    rows: entries.slice(offset, offset + limit).map(({ row }) => row),
    count: entries.length,
    totals: registerTotals(entries),
    local: localTotals(entries),
    withoutPeriod,
    countries,
  };
};

const taxRegister: Handler<'invoices/taxRegister'> = ({ offset, limit, ...input }, { session }) => {
  const { entries, withoutPeriod, countries } = registerOf(session.book().read, input);
  const rows = taxRows(entries);
  return { rows: rows.slice(offset, offset + limit), count: rows.length, totals: taxTotals(rows), withoutPeriod, countries };
};

/** What is told of many documents at once: which are one, what is open and how old, statements and registers. */
export const statementsHandlers: Handlers<
  | 'invoices/duplicates'
  | 'invoices/similar'
  | 'invoices/markDistinct'
  | 'invoices/unmarkDistinct'
  | 'invoices/ageing'
  | 'invoices/statement'
  | 'invoices/register'
  | 'invoices/taxRegister'
  | keyof typeof statementJobs
> = {
  'invoices/duplicates': duplicates,
  'invoices/similar': similar,
  'invoices/markDistinct': markDistinct,
  'invoices/unmarkDistinct': unmarkDistinct,
  'invoices/ageing': ageing,
  'invoices/statement': statement,
  'invoices/register': register,
  'invoices/taxRegister': taxRegister,
  'export/invoice-register': (input, context) =>
    runExport('export/invoice-register', statementJobs['export/invoice-register'], input, context),
  'export/tax-register': (input, context) => runExport('export/tax-register', statementJobs['export/tax-register'], input, context),
  'export/statement': (input, context) => runExport('export/statement', statementJobs['export/statement'], input, context),
  'export/ageing': (input, context) => runExport('export/ageing', statementJobs['export/ageing'], input, context),
};
