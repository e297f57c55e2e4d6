import { ActionIcon, Autocomplete, Button } from '@mantine/core';
import { MonthPickerInput } from '@mantine/dates';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { EntityPeriod } from '../../../../domain/accounts/entities.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/accounts.json';

/** Months under operating entities other than the vendor; an end that is left empty is open. */
export function EntityFields({
  periods,
  known,
  onChange,
}: {
  periods: readonly EntityPeriod[];
  known: readonly string[];
  onChange: (periods: EntityPeriod[]) => void;
}) {
  const t = useWords<typeof words>('accounts');
  const put = (index: number, part: Partial<EntityPeriod>): void => onChange(periods.map((p, i) => (i === index ? { ...p, ...part } : p)));
  const month = (index: number, side: 'from' | 'to') => (
    <MonthPickerInput
      size="xs"
      // A button that shows its month: its name has to have it.
      aria-label={`${t(side)} ${index + 1}: ${periods[index]![side] ?? t('open')}`}
      placeholder={t('open')}
      valueFormat="YYYY-MM"
      clearable
      clearButtonProps={{ 'aria-label': `${t('open')}: ${t(side)} ${index + 1}` }}
      value={periods[index]![side] === null ? null : `${periods[index]![side]}-01`}
      onChange={(value) => put(index, { [side]: value === null ? null : String(value).slice(0, 7) })}
    />
  );
  return (
    <fieldset className="accounts-entities">
      <legend>{t('entities')}</legend>
      <p className="dim">{t('entitiesText')}</p>
      {periods.map((period, index) => (
        <div className="accounts-entity" key={index}>
          <Autocomplete
            size="xs"
            aria-label={`${t('entity')} ${index + 1}`}
            placeholder={t('entity')}
            value={period.entity}
            maxLength={120}
            data={[...known]}
            onChange={(entity) => put(index, { entity })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('removeEntity', { entity: period.entity || String(index + 1) })}
            onClick={() => onChange(periods.filter((_, i) => i !== index))}
          >
            <IconX size={14} />
          </ActionIcon>
          <div className="accounts-months">
            {month(index, 'from')}
            <span aria-hidden="true">–</span>
            {month(index, 'to')}
          </div>
        </div>
      ))}
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconPlus size={12} />}
        onClick={() => onChange([...periods, { entity: '', from: null, to: null }])}
      >
        {t('addEntity')}
      </Button>
    </fieldset>
  );
}
