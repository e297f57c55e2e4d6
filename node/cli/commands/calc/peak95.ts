import { PEAK_METHOD_IDS, type PeakMethodId } from '../../../../domain/usage/methods.ts';
import { MISSING_RULES, type MissingRule } from '../../../../domain/usage/policy.ts';
import { UNIT_BASES, type UnitBase } from '../../../../domain/usage/units.ts';
import { EXIT } from '../../cli.ts';
import { amount, choice, period } from '../../options.ts';
import { answerSteps, type Calculator } from './calculator.ts';

type Options = {
  method: PeakMethodId;
  file: string;
  period?: string;
  resource?: string;
  together: boolean;
  direction?: string;
  committed?: string;
  minimumPercent?: string;
  price?: string;
  days?: string;
  missing: MissingRule;
  base: UnitBase;
  unit: string;
};

/** Charged bandwidth from a file of samples. Ends with status 3 where rows could not be read. */
export const peak95: Calculator = (calc, cli) => {
  calc
    .command('peak95')
    .description('charged bandwidth from samples every 5 minutes: 95th percentile and its kin')
    .addOption(choice('--method <method>', 'how the samples are charged', PEAK_METHOD_IDS).makeOptionMandatory())
    .requiredOption('--file <file>', 'usage details: a time and a bandwidth a row')
    .option('--period <month>', 'the month, where the file has several', period)
    .option('--resource <id>', 'of one resource only')
    .option('--together', 'add up the resources of the file at each time', false)
    .option('--direction <name>', 'of one direction only, as printed; else the larger of each time')
    .option('--committed <bandwidth>', 'bandwidth that was bought, in Mbit/s', amount)
    .option('--minimum-percent <percent>', 'percent of it that is charged at least', amount)
    .option('--price <price>', 'of one Mbit/s a month, or a day for daily peaks', amount)
    .option('--days <days>', 'days that are charged, where the samples do not tell', amount)
    .addOption(choice('--missing <rule>', 'what is done with missing samples', MISSING_RULES).default('left-out'))
    .addOption(choice('--base <base>', 'bits of a kilobit', UNIT_BASES).default('1000'))
    .option('--unit <unit>', 'unit of figures that print none', 'Mbps')
    .action(async ({ file, ...given }: Options) => {
      const answer = await cli.call('calc/peak95', {
        ...given,
        file: cli.reads(file),
        period: given.period ?? null,
        resource: given.resource ?? null,
        direction: given.direction ?? null,
        committed: given.committed ?? null,
        minimumPercent: given.minimumPercent ?? null,
        price: given.price ?? null,
        days: given.days ?? null,
      });
      const { result, notices } = answer;
      answerSteps(
        cli.terminal,
        {
          ...answer,
          steps: answer.steps.map(({ said: _said, ...step }) => step),
          notices: notices.map(({ said: _said, ...notice }) => notice),
        },
        {
          month: result.period,
          charged: `${result.value} ${result.unit}`,
          samples: result.samples,
          missing: result.missing,
          'chosen at': result.chosen.length === 1 ? result.chosen[0]!.time : `${result.chosen.length} samples`,
          charge: result.charge,
        },
      );
      for (const { level, message } of notices) cli.terminal.note(level === 'warning' ? `! ${message}` : message);
      if (notices.some(({ code }) => code === 'rejected')) cli.exit = EXIT.differences;
    });
};
