import type { Handlers } from '../runtime/services.ts';
import { editCalendar } from './edit.ts';
import { importCalendar } from './import.ts';
import { listCalendars, showCalendar } from './show.ts';
import { removeTerms, setTerms, showTerms } from './terms.ts';

type Names =
  'calendar/list' | 'calendar/show' | 'calendar/edit' | 'calendar/import' | 'calendar/terms' | 'calendar/setTerms' | 'calendar/removeTerms';

export const calendarHandlers: Handlers<Names> = {
  'calendar/list': listCalendars,
  'calendar/show': showCalendar,
  'calendar/edit': editCalendar,
  'calendar/import': importCalendar,
  'calendar/terms': showTerms,
  'calendar/setTerms': setTerms,
  'calendar/removeTerms': removeTerms,
};
