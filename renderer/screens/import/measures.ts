import type { MeasureName } from '../../../domain/formats/fields.ts';

/** The measures that tell a file at a glance. */
export const MEASURES: readonly MeasureName[] = ['listPrice', 'payable', 'coupon', 'tax'];
