import type { Handlers } from '../runtime/services.ts';
import { exportReminders } from './export.ts';

export const remindersHandlers: Handlers<'export/reminders'> = { 'export/reminders': exportReminders };
