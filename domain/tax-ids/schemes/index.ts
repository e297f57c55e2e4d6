import type { TaxIdScheme } from '../scheme.ts';
import { africaAndAmericas } from './africa-americas.ts';
import { eastAsia } from './east-asia.ts';
import { southAsiaAndGulf } from './south-asia-gulf.ts';
import { southEastAsia } from './south-east-asia.ts';

/** Every known scheme; in a country the commonest on documents comes first. */
export const TAX_ID_SCHEMES: readonly TaxIdScheme[] = [...eastAsia, ...southEastAsia, ...southAsiaAndGulf, ...africaAndAmericas];

/** Schemes of the country, the commonest first; empty where none is known. */
export const schemesOf = (country: string): TaxIdScheme[] => TAX_ID_SCHEMES.filter((scheme) => scheme.country === country);
