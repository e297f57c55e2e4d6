import { SegmentedControl } from '@mantine/core';
import { DIRECTIONS, type Direction } from '../../../../domain/invoices/document.ts';
import { useParam } from '../../../app/place.ts';
import { useStatementWords } from './words.ts';

/** The direction of the address: to pay unless said otherwise. */
export function useDirection(): [Direction, (direction: Direction) => void] {
  const [param, set] = useParam('direction');
  return [DIRECTIONS.find((d) => d === param) ?? 'received', (next) => set(next === 'received' ? null : next)];
}

export function DirectionField({ value, onChange }: { value: Direction; onChange: (direction: Direction) => void }) {
  const { t } = useStatementWords();
  return (
    <SegmentedControl
      aria-label={t('direction.label')}
      value={value}
      onChange={(next) => onChange(next as Direction)}
      data={DIRECTIONS.map((d) => ({ value: d, label: t(`direction.${d}`) }))}
    />
  );
}
