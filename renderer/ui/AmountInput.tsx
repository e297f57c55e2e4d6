import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { parseAmount } from '../../domain/money/amount.ts';
import { useWords } from '../i18n/index.ts';
import type words from '../i18n/en/common.json';

export interface AmountInputProps extends Omit<TextInputProps, 'value' | 'onChange' | 'error'> {
  /** Exact text, or null while empty. */
  value: string | null;
  /** Called with the exact text, or null for empty; `valid` is false while the text is no amount (then null). */
  onChange: (value: string | null, valid: boolean) => void;
  currency?: string | null;
  error?: string | null;
}

/** A field for an exact amount. Keeps what is typed; nothing is rounded; says in words what is wrong. */
export function AmountInput({ value, onChange, currency, error, ...props }: AmountInputProps) {
  const t = useWords<typeof words>('common');
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? value ?? '';
  const parsed = parseAmount(shown);
  return (
    <TextInput
      {...props}
      value={shown}
      inputMode="decimal"
      autoComplete="off"
      classNames={{ input: 'amount-input' }}
      rightSection={currency ? <span className="unit">{currency}</span> : undefined}
      rightSectionWidth={currency ? 44 : undefined}
      error={error ?? (parsed.ok ? undefined : t('amount.invalid'))}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const next = parseAmount(text);
        onChange(next.ok ? next.value : null, next.ok);
      }}
      onBlur={(event) => {
        // Show the canonical text once the field is left; a wrong entry stays to be corrected.
        if (parsed.ok) setTyped(null);
        props.onBlur?.(event);
      }}
    />
  );
}
