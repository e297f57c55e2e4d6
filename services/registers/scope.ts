import type { RegisterScope } from '../../db/queries/register-scope.ts';
import type { RegisterSort } from '../../db/queries/register-rows.ts';
import { refuse, unwrap } from '../../domain/result.ts';
import { registerColumn, registerList, type RegisterList } from '../../domain/registers/index.ts';
import { say } from '../../domain/words/said.ts';
import type { ParsedInput } from '../contract/index.ts';

type Asked = Omit<ParsedInput<'registers/rows'>, 'offset' | 'limit' | 'sums'>;

/** The list, scope and order of a call; refuses a column that the list has not, and a range that ends before it begins. */
export function asked(input: Asked): { list: RegisterList; scope: RegisterScope; sort: RegisterSort[] } {
  const { kind, search, vendor, account, state, resource, from, to, batch } = input;
  if (from !== null && to !== null && from > to)
    refuse('registers.empty-range', say`The range from ${{ from }} to ${{ to }} ends before it begins.`, {
      column: 'to',
      value: to,
      remedy: 'Exchange the two days.',
    });
  const list = registerList(kind);
  return {
    list,
    scope: { kind, search, vendor, account, state, resource, from, to, batch },
    sort: input.sort.map(({ column, descending }) => ({ column: unwrap(registerColumn(list, column)), descending })),
  };
}
