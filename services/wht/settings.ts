import { appendAudit } from '../../db/audit.ts';
import type { ReadDb } from '../../db/connection.ts';
import { getSetting, setSetting } from '../../db/settings.ts';
import { PLAIN_WHT_SETTINGS, type WhtSettings } from '../../domain/wht/settings.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { Output } from '../contract/index.ts';
import { inTransaction } from '../invoices/act.ts';
import type { Handler } from '../runtime/services.ts';
import { packForRemarks, placesOfBook } from '../tax/book-pack.ts';

const NAME = 'wht';

/** How this book handles certificates; the guide's own way until it was set. */
export const whtSettingsOf = (read: ReadDb): WhtSettings => ({ ...PLAIN_WHT_SETTINGS, ...getSetting<Partial<WhtSettings>>(read, NAME) });

const shown = (read: ReadDb): Output<'wht/settings'> => ({
  ...whtSettingsOf(read),
  given: packForRemarks(read).certificateForm.open.map(({ country, entity }) => ({ country, entity })),
});

export const showSettings: Handler<'wht/settings'> = (_input, { session }) => shown(session.book().read);

/** Certificates that are on record stay as they are, whatever is set. */
export const saveSettings: Handler<'wht/saveSettings'> = (input, context) =>
  inTransaction(context, (act) => {
    const places = placesOfBook(act.write);
    const open = input.open.filter((own, i) => input.open.findIndex((o) => o.country === own.country && o.entity === own.entity) === i);
    for (const { entity } of open)
      if (!places.entities.some((known) => known.id === entity))
        refuse('wht.settings-entity', say`There is no contracting entity ${{ entity }} in the rules.`, {
          column: 'entity',
          value: entity,
          remedy: 'Choose one of the entities, or add it to the rules first.',
        });
    const before = whtSettingsOf(act.write);
    const after: WhtSettings = { partial: input.partial, open };
    setSetting(act.write, NAME, after);
    appendAudit(act.write, { at: act.at, who: act.who, action: 'wht/saveSettings', subject: `setting:${NAME}`, before, after });
    return shown(act.write);
  });
