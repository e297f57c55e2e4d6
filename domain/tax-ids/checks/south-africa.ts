import type { Said } from '../../words/said.ts';
import { againstCheck, luhn } from '../digits.ts';

/** Income-tax reference: Luhn. */
export const taxReference = (id: string): Said[] => againstCheck(id.slice(9), luhn(id.slice(0, 9), 10));
