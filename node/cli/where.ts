import { InvalidArgumentError } from 'commander';
import type { Filter } from '../../services/contract/bills.ts';

export type Condition = Filter;
const OPERATORS = { '!=': 'isNot', '>=': 'atLeast', '<=': 'atMost', '~': 'contains', '=': 'is' } as const;

/** column=value (also !=, >=, <=, ~ for “contains”); an empty value after = or != means missing or present. */
export function condition(text: string): Condition {
  const match = /^([^=~!<>]+)(!=|>=|<=|~|=)(.*)$/su.exec(text);
  const [, column, operator, value] = match ?? [];
  if (column === undefined || operator === undefined || value === undefined)
    throw new InvalidArgumentError('Give column=value, such as productType=Compute.');
  if (value === '' && operator === '=') return { column, op: 'missing', value: '' };
  if (value === '' && operator === '!=') return { column, op: 'present', value: '' };
  return { column, op: OPERATORS[operator as keyof typeof OPERATORS], value };
}
