import type { BankProfile } from '../profile.ts';
import { card, cardSpent } from './card.ts';
import { generic } from './generic.ts';
import { paypal } from './paypal.ts';

/** Every shipped profile; where two fit as well, the first is taken. */
export const PROFILES: readonly BankProfile[] = [paypal, generic, card, cardSpent];

/** The shipped profile of that id; null for one that this edition does not know. */
export const profileById = (id: string): BankProfile | null => PROFILES.find((p) => p.id === id) ?? null;
