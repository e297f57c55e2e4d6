import { MonthPickerInput } from '@mantine/dates';

/** A month as YYYY-MM. A button that shows its month: its name has to have it. */
export function MonthField({
  label,
  hidden = false,
  empty,
  clearable = false,
  value,
  onChange,
}: {
  label: string;
  /** The label is only heard: a column's header shows it. */
  hidden?: boolean;
  empty: string;
  clearable?: boolean;
  value: string | null;
  onChange: (value: string | null) => void;
}) {
  return (
    <MonthPickerInput
      size="xs"
      {...(!hidden && { label })}
      aria-label={`${label}: ${value ?? empty}`}
      placeholder={empty}
      valueFormat="YYYY-MM"
      clearable={clearable}
      clearButtonProps={{ 'aria-label': `${empty}: ${label}` }}
      value={value === null ? null : `${value}-01`}
      onChange={(to) => onChange(to === null ? null : String(to).slice(0, 7))}
    />
  );
}
