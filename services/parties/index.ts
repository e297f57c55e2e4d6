import type { Handlers } from '../runtime/services.ts';
import * as party from './party.ts';
import * as series from './series.ts';

export const partiesHandlers: Handlers<
  'parties/list' | 'parties/save' | 'parties/archive' | 'series/list' | 'series/save' | 'series/archive'
> = {
  'parties/list': party.list,
  'parties/save': party.save,
  'parties/archive': party.archive,
  'series/list': series.list,
  'series/save': series.save,
  'series/archive': series.archive,
};
