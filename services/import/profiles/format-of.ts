import type { Format, RegisterFormat } from '../../../domain/formats/format.ts';
import { formatById } from '../../../domain/formats/index.ts';
import { formatOfProfile, type Profile } from '../../../domain/formats/profile.ts';

/** The format that a file is or was read by: of the profile that was kept with it, else a shipped one. */
export const formatOf = (id: string, profile: Profile | undefined): Format | RegisterFormat | undefined =>
  profile ? formatOfProfile(profile) : formatById(id);

/** The profile that a batch was read by, as it was then. */
export const profileOfBatch = (batch: { dialect: string }): Profile | undefined =>
  (JSON.parse(batch.dialect) as { profile?: Profile }).profile;

export const formatOfBatch = (batch: { format: string; dialect: string }): Format | RegisterFormat | undefined =>
  formatOf(batch.format, profileOfBatch(batch));
