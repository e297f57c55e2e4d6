import { DateInput as MantineDateInput, type DateInputProps as MantineProps } from '@mantine/dates';
import { parseDate } from '../../domain/time/plain-date.ts';
import { useWords } from '../i18n/index.ts';
import type words from '../i18n/en/common.json';

export interface DateInputProps extends Omit<MantineProps, 'value' | 'onChange' | 'valueFormat'> {
  /** YYYY-MM-DD or null. */
  value: string | null;
  onChange: (value: string | null) => void;
}

/** A calendar day, always written YYYY-MM-DD; also takes 2023/9/1 and 2023.9.1 when typed. */
export function DateInput({ value, onChange, ...props }: DateInputProps) {
  const t = useWords<typeof words>('common');
  return (
    <MantineDateInput
      placeholder="YYYY-MM-DD"
      clearable
      clearButtonProps={{ 'aria-label': t('clear') }}
      {...props}
      value={value}
      valueFormat="YYYY-MM-DD"
      dateParser={(text) => {
        const parsed = parseDate(text.trim());
        return parsed.ok ? parsed.value : null;
      }}
      onChange={(next) => onChange(next ? next.slice(0, 10) : null)}
    />
  );
}
