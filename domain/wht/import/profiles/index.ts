import type { ImportProfile } from '../profile.ts';
import { generic } from './generic.ts';
import { idEbupot } from './id-ebupot.ts';
import { in26as } from './in-26as.ts';
import { keItax } from './ke-itax.ts';
import { ngTaxProMax } from './ng-taxpromax.ts';
import { ph2307 } from './ph-2307.ts';
import { pkFbr } from './pk-fbr.ts';
import { th50Tawi } from './th-50-tawi.ts';

/** Every shipped profile; the one for any list is the last, and yields to one that fits as well. */
export const PROFILES: readonly ImportProfile[] = [idEbupot, in26as, keItax, ngTaxProMax, ph2307, pkFbr, th50Tawi, generic];

/** The shipped profile of that id; null for one that this edition does not know. */
export const profileById = (id: string): ImportProfile | null => PROFILES.find((p) => p.id === id) ?? null;
