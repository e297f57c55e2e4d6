import type { ReadDb, WriteDb } from '../../db/connection.ts';
import { getSetting, setSetting } from '../../db/settings.ts';
import { PLAIN_POLICY, SIGN_ROLES, type SignPolicy } from '../../domain/close/roles.ts';
import type { WriteOffLimits } from '../../domain/discrepancies/write-off.ts';

/** How the book closes its periods and what may be written off. */
export interface CloseSettings extends SignPolicy {
  writeOff: WriteOffLimits;
}

const NAME = 'close';

export const closeSettings = (read: ReadDb): CloseSettings => ({
  ...PLAIN_POLICY,
  writeOff: {},
  ...getSetting<Partial<CloseSettings>>(read, NAME),
});

/** Stores the settings; prepared and approved stay among the required signatures. */
export function saveCloseSettings(write: WriteDb, given: CloseSettings): CloseSettings {
  const required = SIGN_ROLES.filter((role) => role !== 'reviewed' || given.required.includes('reviewed'));
  const saved = { ...given, required };
  setSetting(write, NAME, saved);
  return saved;
}
