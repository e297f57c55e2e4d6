import { basename } from 'node:path';
import type { Book } from '../../db/book.ts';
import { bookCounts, livePeriods } from '../../db/queries/book.ts';
import { SCHEMA_VERSION } from '../../db/migrations/index.ts';
import { getSetting } from '../../db/settings.ts';
import type { BookInfo } from '../contract/book.ts';
import { periodText } from '../import/periods.ts';
import { settingsOf } from './profile.ts';

/** What a screen shows of the open book. */
export function bookInfo(book: Book): BookInfo {
  const { read, path } = book;
  return {
    ...settingsOf(read),
    name: basename(path).replace(/\.tallybook$/, ''),
    location: path,
    version: SCHEMA_VERSION,
    createdAt: getSetting<string>(read, 'createdAt') ?? '',
    periods: livePeriods(read).map(periodText),
    counts: bookCounts(read),
  };
}
