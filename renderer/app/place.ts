import { useCallback } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { addPeriods, type Period } from '../../domain/time/plain-date.ts';

const KEPT = ['period', 'account', 'company'] as const;
const PERIOD = /^\d{4}-(0[1-9]|1[0-2])$/;
const storageKey = (name: string): string => `tallybook-${name}`;

/** Remembers the global part of the address for the next start. */
export function remember(name: (typeof KEPT)[number], value: string | null): void {
  if (value) window.localStorage.setItem(storageKey(name), value);
  else window.localStorage.removeItem(storageKey(name));
}

/** What was remembered, or null. */
export const remembered = (name: (typeof KEPT)[number]): string | null => window.localStorage.getItem(storageKey(name));

/** `path` with the global period and account of `search`, or the remembered ones, and `extra` on top (null removes). */
export function addressOf(path: string, search: URLSearchParams, extra: Record<string, string | null> = {}): string {
  const next = new URLSearchParams();
  for (const name of KEPT) {
    const value = search.get(name) ?? remembered(name);
    if (value) next.set(name, value);
  }
  for (const [name, value] of Object.entries(extra)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  const text = next.toString();
  return text ? `${path}?${text}` : path;
}

/** Goes to a screen and takes period and account along: `go('/bills/details', { resource: 'i-01' })`. */
export function useGo(): (path: string, extra?: Record<string, string | null>) => void {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  return useCallback((path, extra) => void navigate(addressOf(path, search, extra)), [navigate, search]);
}

/** Address of a screen with period and account, for links. */
export function useAddress(): (path: string, extra?: Record<string, string | null>) => string {
  const [search] = useSearchParams();
  return (path, extra) => addressOf(path, search, extra);
}

/** One part of the address as state: `const [tab, setTab] = useParam('tab')`. Null removes it. Back and forward work. */
export function useParam(name: string): [string | null, (value: string | null, options?: { replace?: boolean }) => void] {
  const [search, setSearch] = useSearchParams();
  const set = useCallback(
    (value: string | null, options: { replace?: boolean } = {}) =>
      setSearch(
        (old) => {
          const next = new URLSearchParams(old);
          if (value === null || value === '') next.delete(name);
          else next.set(name, value);
          return next;
        },
        { replace: options.replace ?? false },
      ),
    [name, setSearch],
  );
  return [search.get(name), set];
}

/** The global period (null: none chosen, and none in the book) and how to change it. */
export function usePeriod(): { period: Period | null; setPeriod: (period: Period | null) => void; step: (months: number) => void } {
  const [text, setText] = useParam('period');
  const period = text && PERIOD.test(text) ? text : null;
  const setPeriod = useCallback(
    (next: Period | null) => {
      remember('period', next);
      setText(next);
    },
    [setText],
  );
  const step = useCallback((months: number) => void (period && setPeriod(addPeriods(period, months))), [period, setPeriod]);
  return { period, setPeriod, step };
}

/** The global account, or the company whose accounts are meant, never both; null and null mean all accounts. */
export function useAccount(): {
  account: string | null;
  company: string | null;
  setAccount: (account: string | null) => void;
  setCompany: (company: string | null) => void;
} {
  const [search, setSearch] = useSearchParams();
  const choose = useCallback(
    (chosen: { account: string | null; company: string | null }) => {
      for (const name of ['account', 'company'] as const) remember(name, chosen[name]);
      setSearch((old) => {
        const next = new URLSearchParams(old);
        for (const name of ['account', 'company'] as const) {
          if (chosen[name]) next.set(name, chosen[name]);
          else next.delete(name);
        }
        return next;
      });
    },
    [setSearch],
  );
  const setAccount = useCallback((account: string | null) => choose({ account, company: null }), [choose]);
  const setCompany = useCallback((company: string | null) => choose({ account: null, company }), [choose]);
  const company = search.get('company') || null;
  return { account: company === null ? search.get('account') : null, company, setAccount, setCompany };
}

/** The current path, without its query. */
export const usePath = (): string => useLocation().pathname;
