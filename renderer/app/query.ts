import { QueryClient, type Query } from '@tanstack/react-query';
import type { Topic } from '../../services/contract/procedure.ts';
import { Failure } from '../../domain/result.ts';
import { bridge } from '../host/bridge.ts';

/** First part of a procedure's name → the topic whose change makes its answer stale. */
const TOPICS: Record<string, Topic> = {
  book: 'book',
  formats: 'imports',
  import: 'imports',
  profiles: 'imports',
  registers: 'imports',
  usage: 'imports',
  bills: 'bills',
  allocation: 'bills',
  accounts: 'accounts',
  analysis: 'bills',
  invoices: 'invoices',
  einvoice: 'invoices',
  calendar: 'calendar',
  parties: 'parties',
  series: 'parties',
  payments: 'payments',
  bank: 'bank',
  match: 'payments',
  wht: 'wht',
  tax: 'tax',
  residence: 'tax',
  selfAccount: 'tax',
  reconcile: 'reconcile',
  close: 'reconcile',
  discrepancies: 'reconcile',
  export: 'reports',
  views: 'views',
  watch: 'watch',
};

/** Answers that hold what is stated to the tax rules. */
const HELD_TO_RULES = ['invoices/register', 'invoices/taxRegister', 'wht/list', 'wht/show', 'wht/register'];
const DRAFTED_FROM: readonly Topic[] = ['bills', 'imports', 'parties', 'payments', 'tax'];
const SETTLED = ['invoices/settlement', 'payments/settles', 'payments/netPayable', 'invoices/ageing', 'invoices/statement'];
const SETTLED_BY: readonly Topic[] = ['invoices', 'payments', 'wht', 'tax', 'bills'];

/** True when an answer of `name` may have changed with any of `topics`. The book's figures change with everything but a mere look into a folder. */
export function isStale(name: string, topics: readonly Topic[]): boolean {
  const head = name.slice(0, name.indexOf('/'));
  const topic = TOPICS[head];
  // The summary of a bill also says what is paid of its invoices.
  if (name === 'bills/summary' && topics.includes('invoices')) return true;
  // The worksheet is made of invoices, rates of exchange and rules.
  if (name === 'selfAccount/worksheet' && topics.some((t) => t === 'invoices' || t === 'bills')) return true;
  // The directory of accounts says what the bills have of each.
  if (topic === 'accounts' && topics.includes('bills')) return true;
  // A document that is being made reckons with all of these.
  if (name === 'invoices/draft' && topics.some((t) => DRAFTED_FROM.includes(t))) return true;
  // How invoices are settled goes by payments, certificates, rules and, for differences of currencies, rates of exchange.
  if (SETTLED.includes(name) && topics.some((t) => SETTLED_BY.includes(t))) return true;
  // A report is made of everything that the book holds, and so is a letter on what does not fit.
  if (
    (name === 'reports/preview' || name === 'discrepancies/letter') &&
    topics.some((t) => t !== 'watch' && t !== 'views' && t !== 'reports')
  )
    return true;
  // Rows of a list are held against open invoices.
  if (name === 'wht/importPreview' && (topics.includes('invoices') || topics.includes('payments'))) return true;
  // Money is held against everything that settles an invoice, and against what was learned.
  if (head === 'match' && topics.some((t) => t !== 'watch' && t !== 'views')) return true;
  if (HELD_TO_RULES.includes(name) && topics.includes('tax')) return true;
  // Another book has rules of its own, and invoices are made with quotes that stay on record.
  if (topic === 'tax' && (topics.includes('book') || topics.includes('invoices'))) return true;
  // Numbers are given out, and parties named, where documents are made.
  if (topic === 'parties' && topics.includes('invoices')) return true;
  return topic !== undefined && (topics.includes(topic) || (topic === 'book' && topics.some((t) => t !== 'watch' && t !== 'views')));
}

/** Answers stay fresh until a change event names them: the only writers are behind the same bridge. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      gcTime: 300_000,
      retry: false,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      throwOnError: false,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

/**
 * Marks stale what a change event touches. Query keys begin with the procedure's name. A first answer that is still on its way may
 * have been computed before the change, and the library would keep it as fresh: it is asked for again when it is there.
 */
export function invalidate(topics: readonly Topic[]): void {
  const touched = (query: Query): boolean => isStale(String(query.queryKey[0]), topics);
  const first = queryClient
    .getQueryCache()
    .findAll({ predicate: (query) => touched(query) && query.state.fetchStatus === 'fetching' && query.state.data === undefined });
  void queryClient.invalidateQueries({ predicate: touched });
  for (const query of first)
    void query
      .fetch()
      .catch(() => undefined)
      .then(() => queryClient.invalidateQueries({ queryKey: query.queryKey, exact: true }));
}

/** Follows the services' change events for the life of the window; when they come back after a loss, everything is asked anew. */
export function followChanges(): void {
  bridge().onChange(invalidate);
  bridge().onConnection((connected) => {
    if (connected) void queryClient.invalidateQueries();
  });
}

/** The failure inside whatever was thrown, in words. */
export const appErrorOf = (error: unknown): Failure['error'] =>
  error instanceof Failure ? error.error : { code: 'internal', message: error instanceof Error ? error.message : String(error) };
