import { discrepancyHistory, listDiscrepancies } from '../../db/queries/discrepancies.ts';
import { DISCREPANCY_STATES, isFinal, type DiscrepancyState } from '../../domain/discrepancies/states.ts';
import type { DiscrepancyShown } from '../contract/discrepancies.ts';
import { inTransaction, type Act } from '../invoices/act.ts';
import type { Context, Handlers } from '../runtime/services.ts';
import { discrepancyOf, dispute, explain, offered, open, openCandidate, refresh, reopen, setDue, settle, writeOff } from './commands.ts';
import { shownOfPeriod, shownOne } from './view.ts';

type Names =
  | 'discrepancies/list'
  | 'discrepancies/show'
  | 'discrepancies/offer'
  | 'discrepancies/open'
  | 'discrepancies/openAll'
  | 'discrepancies/explain'
  | 'discrepancies/dispute'
  | 'discrepancies/settle'
  | 'discrepancies/writeOff'
  | 'discrepancies/reopen'
  | 'discrepancies/refresh'
  | 'discrepancies/setDue';

const shown = ({ session }: Context, id: number): DiscrepancyShown => {
  const { read } = session.book();
  return shownOne(read, discrepancyOf(read, id), session.today());
};

/** Runs the act on the difference and answers how it stands then. */
function change(context: Context, id: number, work: (act: Act) => void): DiscrepancyShown {
  inTransaction(context, work);
  return shown(context, id);
}

/** Differences that people follow up. */
export const discrepanciesHandlers: Handlers<Names> = {
  'discrepancies/list': ({ period, state, check }, { session }) => {
    const { read } = session.book();
    const periods = period === null ? [...new Set(listDiscrepancies(read).map((d) => d.period))] : [period];
    const all = periods.flatMap((p) => shownOfPeriod(read, p, session.today())).filter((d) => check === null || d.check === check);
    const counts = Object.fromEntries(DISCREPANCY_STATES.map((s) => [s, 0])) as Record<DiscrepancyState, number>;
    for (const d of all) counts[d.state]++;
    const rows = all
      .filter((d) => state === 'all' || (state === 'unfinished' ? !isFinal(d.state) || d.standing === 'changed' : d.state === state))
      .toSorted((a, b) => b.age - a.age || a.id - b.id);
    return { rows, counts };
  },
  'discrepancies/show': ({ id }, context) => ({ ...shown(context, id), history: discrepancyHistory(context.session.book().read, id) }),
  'discrepancies/offer': ({ period }, { session }) => ({
    rows: offered(session.book().read, period, session.today()).map((c) => ({
      check: c.check,
      part: c.part,
      kind: c.kind,
      vendor: c.vendor as DiscrepancyShown['vendor'],
      currency: c.currency,
      title: c.title,
      finding: c.finding,
      amount: c.amount,
      lineCount: c.lineCount,
    })),
  }),
  'discrepancies/open': (input, context) => {
    const id = inTransaction(context, (act) => open(act, input));
    return shown(context, id);
  },
  'discrepancies/openAll': ({ period, due }, context) => {
    const ids = inTransaction(context, (act) =>
      offered(act.write, period, act.today)
        .filter((c) => c.part === '')
        .map((c) => openCandidate(act, 'discrepancies/openAll', period, c, due, '')),
    );
    const { session } = context;
    const rows = shownOfPeriod(session.book().read, period, session.today()).filter((d) => ids.includes(d.id));
    return { opened: ids.length, rows };
  },
  'discrepancies/explain': ({ id, reason }, context) => change(context, id, (act) => explain(act, id, reason)),
  'discrepancies/dispute': (input, context) => change(context, input.id, (act) => dispute(act, input.id, input)),
  'discrepancies/settle': (input, context) => change(context, input.id, (act) => settle(act, input.id, input)),
  'discrepancies/writeOff': (input, context) => change(context, input.id, (act) => writeOff(act, input.id, input)),
  'discrepancies/reopen': ({ id, reason }, context) => change(context, id, (act) => reopen(act, id, reason)),
  'discrepancies/refresh': ({ id }, context) => change(context, id, (act) => refresh(act, id)),
  'discrepancies/setDue': ({ id, due }, context) => change(context, id, (act) => setDue(act, id, due)),
};
