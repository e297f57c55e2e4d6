import type { ReadDb } from '../../db/connection.ts';
import { getSetting } from '../../db/settings.ts';
import type { BookInfo } from '../contract/book.ts';

/** What was entered under “New book”. */
export type Profile = Pick<
  BookInfo,
  'country' | 'entity' | 'customerStatus' | 'region' | 'currency' | 'settlement' | 'language' | 'company'
>;

/** The book's profile; every book has one from its first transaction on. */
export function settingsOf(read: ReadDb): Profile {
  const profile = getSetting<Profile>(read, 'profile');
  if (!profile) throw new Error('The book has no profile.');
  return profile;
}
