import type { WriteDb } from '../../db/connection.ts';
import { locks } from '../../db/queries/closes.ts';
import { holdPeriods } from '../close/locked.ts';
import { loadPrepaid } from './load.ts';

/** Runs what changes the terms of lines that are paid ahead; refused where a locked month would get another share of one. */
export function holdShares(write: WriteDb, work: () => void): void {
  const locked = locks(write);
  if (locked.size === 0) return work();
  const shares = (): Map<string, string> => {
    const told = new Map<string, string>();
    for (const [id, line] of loadPrepaid(write))
      for (const share of line.shares) if (locked.has(share.period)) told.set(`${share.period} ${id}`, share.parts.join());
    return told;
  };
  const before = shares();
  work();
  const after = shares();
  holdPeriods(
    write,
    [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key)).map((key) => key.slice(0, 7)),
  );
}
