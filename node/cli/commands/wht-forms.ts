import type { ShownForm } from '../../../services/contract/wht-forms.ts';
import type { Register } from '../command.ts';
import { table } from '../human.ts';
import { country, date } from '../options.ts';

/** `wht forms`: needs no book. */
export const whtForms: Register = (program, cli) => {
  program.commands
    .find((command) => command.name() === 'wht')!
    .command('forms')
    .description('forms of certificates by country, with their codes, usual rates and deadlines')
    .option('--country <code>', 'of this country alone', country)
    .option('--date <day>', 'those of a day of payment; without it all that ever were', date)
    .action(async (options: { country?: string; date?: string }) => {
      const forms = await cli.call('wht/forms', { country: options.country ?? null, date: options.date ?? null });
      cli.terminal.answer(forms, () => human(forms));
    });
};

const days = ({ from, to }: { from: string | null; to: string | null }): string | null =>
  from === null && to === null ? null : `${from ?? '…'} – ${to ?? '…'}`;

const human = (forms: readonly ShownForm[]): string =>
  forms
    .map((form) =>
      [
        `${form.id}  ${form.name.en}`,
        `  ${[form.role, form.pattern, `period: ${form.period}`, days(form), form.source].filter((part) => part !== null).join(' · ')}`,
        ...form.deadlines.map((d) => `  ${d.of} ${[d.day && `by ${d.day}`, d.note?.en, days(d)].filter(Boolean).join(' · ')}`),
        ...(form.codes.length === 0
          ? []
          : [
              table(
                ['code', 'category', 'name', 'rates', 'days', 'certainty'],
                form.codes.map((code) => ({ ...code, name: code.name.en, rates: ratesOf(code), days: days(code) })),
              ).replaceAll(/^/gm, '  '),
            ]),
      ].join('\n'),
    )
    .join('\n\n');

const ratesOf = ({ rates }: ShownForm['codes'][number]): string | null =>
  rates.length === 0
    ? null
    : rates.map((r) => `${r.ratePct} %${r.when || days(r) ? ` (${[r.when?.en, days(r)].filter(Boolean).join(', ')})` : ''}`).join('; ');
