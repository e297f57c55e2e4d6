import { runExport } from '../reports/run.ts';
import type { Handlers } from '../runtime/services.ts';
import { recipientsOf } from './addressee.ts';
import { disputeJobs, type LetterDetails, type MailDetails } from './jobs.ts';
import { draftLetter } from './letter.ts';

/** Letters to vendors on what does not fit; what became of a difference is recorded by whoever follows it up. */
export const disputesHandlers: Handlers<'discrepancies/letter' | keyof typeof disputeJobs> = {
  'discrepancies/letter': (input, { session }) => {
    const { letter, vendor, party, parties } = draftLetter(session.book().read, input, session.today());
    const { reference, date, deadline, to } = letter;
    return {
      reference,
      vendor,
      to: { party: party?.id ?? null, name: bilingual(to.name), address: to.address },
      recipients: recipientsOf(party).map(({ email }) => email),
      parties: parties.map(({ id, name }) => ({ id, name })),
      date,
      deadline,
      items: letter.items.map(({ lines, vendor: _vendor, ...item }) => ({ ...item, lines: lines.length })),
    };
  },
  'export/disputeLetter': async (input, context) => {
    const { details, ...written } = await runExport('export/disputeLetter', disputeJobs['export/disputeLetter'], input, context);
    return { ...written, ...(details as LetterDetails) };
  },
  'export/disputeMail': async (input, context) => {
    const { details, ...written } = await runExport('export/disputeMail', disputeJobs['export/disputeMail'], input, context);
    return { ...written, ...(details as MailDetails) };
  },
};

const bilingual = (name: string | { en: string; zh: string }): { en: string; zh: string } =>
  typeof name === 'string' ? { en: name, zh: name } : name;
