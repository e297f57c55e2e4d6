import { MEGABIT_DAYS } from '../../../../domain/usage/units.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/usage.json';
import { amountText } from '../../../ui/index.ts';

/** An exact figure that is no money: a bandwidth, a count, days. No zeros are filled up; copying gives the digits. */
export function Figure({ value, unit = null }: { value: string | null; unit?: string | null }) {
  return (
    <>
      <span className="amount" data-exact={value ?? ''}>
        {value === null ? '–' : amountText(value, 0)}
      </span>
      {unit ? (
        <span className="unit">
          {' '}
          <Unit unit={unit} />
        </span>
      ) : null}
    </>
  );
}

/** A unit in the language of the interface, where it is a word. */
export function Unit({ unit }: { unit: string }) {
  const t = useWords<typeof words>('usage');
  return unit === MEGABIT_DAYS ? t('megabitDays') : unit;
}
