import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { AppError } from '../../../../domain/result.ts';
import type { Input, Output } from '../../../../services/contract/index.ts';
import { useActions } from '../../../actions/registry.ts';
import { useCommand } from '../../../app/hooks.ts';
import { cross, notifyDone } from '../../../app/notify.tsx';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/calendars.json';

type Edit = Input<'calendar/edit'>;

export interface KeepCalendar {
  /** Keeps the days and years; resolves to the failure, or null when it is done. */
  keep: (edit: Edit) => Promise<AppError | null>;
  /** Offers to take back what another command did. */
  offerUndo: (country: string, before: Output<'calendar/edit'>['before']) => void;
  busy: boolean;
}

const NOTICE = 'calendar-undo';

/** Keeps what is said of days, with an Undo for a while (key u). */
export function useKeepCalendar(): KeepCalendar {
  const t = useWords<typeof words>('calendars');
  const set = useCommand('calendar/edit', { quiet: true });
  const [before, setBefore] = useState<Edit | null>(null);
  const undo = async (edit: Edit): Promise<void> => {
    notifications.hide(NOTICE);
    setBefore(null);
    const result = await set.run(edit);
    if (result.ok) notifyDone(t('undone'));
  };
  useActions(
    before ? [{ id: 'calendar.undo', title: t('undoAct'), group: 'record', shortcut: 'u', perform: () => void undo(before) }] : [],
  );
  const offerUndo = (country: string, was: Output<'calendar/edit'>['before']): void => {
    const back: Edit = { country, ...was };
    setBefore(back);
    notifications.hide(NOTICE);
    notifications.show({
      id: NOTICE,
      autoClose: 12_000,
      withBorder: true,
      closeButtonProps: cross(),
      message: (
        <span className="calendar-undo">
          {t('saved')}{' '}
          <button type="button" className="link" onClick={() => void undo(back)}>
            {t('undo')}
          </button>
        </span>
      ),
    });
  };
  const keep = async (edit: Edit): Promise<AppError | null> => {
    const result = await set.run(edit);
    if (!result.ok) return result.error;
    offerUndo(edit.country, result.value.before);
    return null;
  };
  return { keep, offerUndo, busy: set.busy };
}
