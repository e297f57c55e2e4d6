import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import type { BookInfo } from '../../services/contract/book.ts';
import { remembered } from './place.ts';

/**
 * Puts period and account into the address when they are not there: the remembered ones, and for the period the
 * book's latest where the remembered one is not in this book.
 */
export function useGlobalPlace(book: BookInfo | null): void {
  const [search, setSearch] = useSearchParams();
  const period = search.get('period');
  const latest = book?.periods.toSorted().at(-1) ?? null;
  const saved = remembered('period');
  const wanted = saved && book?.periods.includes(saved) ? saved : latest;
  useEffect(() => {
    if (period || !wanted) return;
    setSearch(
      (old) => {
        const next = new URLSearchParams(old);
        next.set('period', wanted);
        return next;
      },
      { replace: true },
    );
  }, [period, wanted, setSearch]);
}
