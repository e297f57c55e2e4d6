import { say, type Said } from '../words/said.ts';

/** Who signs a period, in this order. */
export const SIGN_ROLES = ['prepared', 'reviewed', 'approved'] as const;
export type SignRole = (typeof SIGN_ROLES)[number];

/** How the book closes its periods. */
export interface SignPolicy {
  /** Roles without which a period is not closed; prepared and approved are always among them. */
  required: readonly SignRole[];
  /** One person may sign in two roles. */
  samePerson: boolean;
  /** Names that are offered by role. */
  names: Readonly<Record<SignRole, readonly string[]>>;
}

export const PLAIN_POLICY: SignPolicy = {
  required: ['prepared', 'approved'],
  samePerson: false,
  names: { prepared: [], reviewed: [], approved: [] },
};

export interface Signed {
  role: SignRole;
  who: string;
  /** What was signed is still what the book says. */
  current: boolean;
}

/** Names are compared without blanks around them and without case. */
export const samePersons = (a: string, b: string): boolean => plain(a) === plain(b);
const plain = (name: string): string => name.trim().replace(/\s+/g, ' ').toLocaleLowerCase('en');

/** Why the person cannot sign in that role beside those who signed already; null where they can. */
export function whyNotSign(policy: SignPolicy, signed: readonly Signed[], role: SignRole, who: string): Said | null {
  const other = policy.samePerson ? undefined : signed.find((s) => s.role !== role && samePersons(s.who, who));
  return other ? say`${{ who }} signed already as ${{ role: ROLE_WORDS[other.role] }}.` : null;
}

/** What the signatures lack for a close; empty where they are whole. */
export function lackingSignatures(policy: SignPolicy, signed: readonly Signed[]): Said[] {
  const lacking: Said[] = [];
  for (const role of SIGN_ROLES) {
    const own = signed.find((s) => s.role === role);
    if (!own) {
      if (policy.required.includes(role)) lacking.push(say`The signature “${{ role: ROLE_WORDS[role] }}” is missing.`);
    } else if (!own.current) lacking.push(say`The figures changed since ${{ who: own.who }} signed as ${{ role: ROLE_WORDS[role] }}.`);
  }
  return lacking;
}

export const ROLE_WORDS = {
  prepared: { en: 'prepared', zh: '编制' },
  reviewed: { en: 'reviewed', zh: '复核' },
  approved: { en: 'approved', zh: '批准' },
} as const satisfies Record<SignRole, { en: string; zh: string }>;
