import { checkTaxId } from '../../domain/tax-ids/check.ts';
import { schemesOf, TAX_ID_SCHEMES } from '../../domain/tax-ids/schemes/index.ts';
import type { Handlers } from '../runtime/services.ts';

/** Tax and registration numbers need no book. */
export const taxIdsHandlers: Handlers<'taxIds/schemes' | 'taxIds/check'> = {
  'taxIds/schemes': ({ country }) =>
    (country === null ? [...TAX_ID_SCHEMES] : schemesOf(country)).map((s) => ({
      country: s.country,
      id: s.id,
      name: s.name,
      example: s.example,
      depth: s.depth,
    })),
  'taxIds/check': (input) => checkTaxId(input),
};
