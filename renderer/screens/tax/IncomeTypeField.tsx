import { Select } from '@mantine/core';
import { INCOME_TYPES, type IncomeType } from '../../../domain/tax/treaty.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/withholding.json';

/** What is paid for, where a treaty's rate depends on it. */
export function IncomeTypeField({ value, onChange }: { value: IncomeType | null; onChange: (value: IncomeType | null) => void }) {
  const t = useWords<typeof words>('withholding');
  return (
    <Select
      label={t('incomeType')}
      description={t('incomeTypeHint')}
      clearable
      value={value}
      data={INCOME_TYPES.map((type) => ({ value: type, label: t(`income.${type}`) }))}
      onChange={(chosen) => onChange(INCOME_TYPES.find((type) => type === chosen) ?? null)}
    />
  );
}
