import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import type { Filter } from '../../../../services/contract/bills.ts';
import { AmountInput } from '../../../ui/index.ts';
import { useBillWords } from '../words.ts';

const OPS = ['atLeast', 'atMost', 'is', 'isNot', 'missing', 'present'] as const;
type Op = (typeof OPS)[number];

/** A figure at least, at most, equal to an exact amount, or there at all. */
export function FigureFilter({ column, current, onSet }: { column: string; current: Filter | null; onSet: (condition: Filter) => void }) {
  const { t } = useBillWords();
  const [op, setOp] = useState<Op>(OPS.find((o) => o === current?.op) ?? 'atLeast');
  const [amount, setAmount] = useState<string | null>(typeof current?.value === 'string' && current.value !== '' ? current.value : null);
  const plain = op === 'missing' || op === 'present';
  const apply = (): void => {
    if (plain) onSet({ column, op, value: '' });
    else if (amount !== null) onSet({ column, op, value: amount });
  };
  return (
    <form
      className="filter-figure"
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <Select
        aria-label={t('condition')}
        allowDeselect={false}
        value={op}
        onChange={(value) => setOp(OPS.find((o) => o === value) ?? 'atLeast')}
        data={OPS.map((o) => ({ value: o, label: t(`op.${o}`) }))}
        comboboxProps={{ withinPortal: false }}
      />
      {!plain && <AmountInput autoFocus data-autofocus aria-label={t('amount')} value={amount} onChange={(next) => setAmount(next)} />}
      <Button type="submit" fullWidth disabled={!plain && amount === null}>
        {t('apply')}
      </Button>
    </form>
  );
}
