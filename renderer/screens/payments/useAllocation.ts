import { useState } from 'react';
import type { Amount } from '../../../domain/money/amount.ts';
import type { Shares } from '../documents/amounts.ts';

export interface AllocationState {
  shares: Shares;
  /** Rows whose text is no amount yet. */
  invalid: ReadonlySet<string>;
  /** Changes when shares are set as a whole, so that fields show them. */
  round: number;
  set: (key: string, value: Amount | null, valid?: boolean) => void;
  replace: (shares: Shares) => void;
}

/** Shares as they are typed. */
export function useAllocation(initial: Shares = {}): AllocationState {
  const [shares, setShares] = useState(initial);
  const [invalid, setInvalid] = useState<ReadonlySet<string>>(new Set());
  const [round, setRound] = useState(0);
  return {
    shares,
    invalid,
    round,
    set: (key, value, valid = true) => {
      setShares((old) => ({ ...old, [key]: value }));
      setInvalid((old) => {
        const next = new Set(old);
        if (valid) next.delete(key);
        else next.add(key);
        return next;
      });
    },
    replace: (next) => {
      setShares(next);
      setInvalid(new Set());
      setRound((n) => n + 1);
    },
  };
}
