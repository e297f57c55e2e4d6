import { counted } from '../../formats/profiles/kit/findings.ts';
import { say, type Param, type Said } from '../../words/said.ts';
import type { CheckRule, Condition } from './rules.ts';

const valuesOf = (values: readonly (string | null)[]): Param => values.map((v) => v ?? '');

function conditionSaid({ column, in: among, notIn }: Condition): Said {
  const values = among ?? notIn ?? [];
  if (values.length === 1 && values[0] === null) return among ? say`${{ column }} is empty` : say`${{ column }} is filled`;
  return among ? say`${{ column }} is ${{ values: valuesOf(values) }}` : say`${{ column }} is not ${{ values: valuesOf(values) }}`;
}

/** What the rows that break the rule do, with their count. */
export function sentenceOf({ id, when, demand }: CheckRule, count: number): Said {
  const { column } = demand;
  const rows = counted(count, 'row');
  const where: Param = when && when.length > 0 ? when.map(conditionSaid) : [];
  switch (demand.is) {
    case 'empty':
      return say`${{ column }} is filled in ${{ rows }} where it must be empty: ${{ where }} (${{ id }}).`;
    case 'filled':
      return say`${{ column }} is empty in ${{ rows }} where it must be filled: ${{ where }} (${{ id }}).`;
    case 'not':
      return say`${{ column }} is ${{ value: demand.value }} in ${{ rows }} where it must not be: ${{ where }} (${{ id }}).`;
    case 'zero':
      return say`${{ column }} is not 0 in ${{ rows }} where it must be: ${{ where }} (${{ id }}).`;
    case 'not-negative':
      return say`${{ column }} is negative in ${{ rows }} (${{ id }}).`;
    case 'equal':
      return say`${{ column }} differs from ${{ other: demand.other }} in ${{ rows }} where they must be the same: ${{ where }} (${{ id }}).`;
    case 'after':
      return say`${{ column }} is not after ${{ other: demand.other }} in ${{ rows }} (${{ id }}).`;
    case 'exclusive-end':
      return say`${{ column }} is the last second instead of the first moment after it in ${{ rows }} (${{ id }}).`;
    case 'product':
      return say`${{ column }} is not ${{ price: demand.price }} × ${{ quantity: demand.quantity }} in ${{ rows }} (${{ id }}).`;
    case 'one-per':
      return say`${{ count: counted(count, 'value') }} of ${{ per: demand.per }} with more than one ${{ column }} (${{ id }}).`;
    case 'subcategory':
      return say`${{ column }} is none of its ${{ of: demand.of }} in ${{ rows }} (${{ id }}).`;
  }
}
