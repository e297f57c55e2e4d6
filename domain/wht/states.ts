import { fail, ok, type Result } from '../result.ts';
import { say, type Said } from '../words/said.ts';

export const WHT_STATUSES = ['draft', 'submitted', 'accepted', 'refused', 'void'] as const;
export type WhtStatus = (typeof WHT_STATUSES)[number];
export type WhtAct = 'submit' | 'accept' | 'refuse' | 'void';

/**
 * Review states of a certificate (Huawei Cloud billing guide 10.3: to be reviewed, approved, not approved); before them
 * `draft`, the paper that is at hand and not yet handed in, and after them `void`.
 */
const IN_WORDS: Record<WhtStatus, Said> = {
  draft: say`a draft`,
  submitted: say`submitted`,
  accepted: say`accepted`,
  refused: say`refused`,
  void: say`void`,
};

const ACTS: Record<WhtAct, { from: readonly WhtStatus[]; to: WhtStatus; remedy: string }> = {
  submit: {
    from: ['draft'],
    to: 'submitted',
    remedy: 'Only a draft can be handed in. Enter a corrected paper as a new certificate in place of the old one.',
  },
  accept: {
    from: ['submitted'],
    to: 'accepted',
    remedy: 'Only a submitted certificate can be reviewed. Submit a corrected one as a new certificate.',
  },
  refuse: { from: ['submitted'], to: 'refused', remedy: 'Only a submitted certificate can be reviewed. Void an accepted one instead.' },
  void: {
    from: ['draft', 'submitted', 'accepted', 'refused'],
    to: 'void',
    remedy: 'A void certificate stays void; its record is kept.',
  },
};

export function whtAct(number: string, status: WhtStatus, name: WhtAct): Result<WhtStatus> {
  const rule = ACTS[name];
  return rule.from.includes(status)
    ? ok(rule.to)
    : fail('wht.status', say`Certificate ${{ number }} is ${{ status: IN_WORDS[status] }}.`, { value: status, remedy: rule.remedy });
}

/** A live certificate counts as withheld tax of its invoices; a draft does not yet, a refused or void one no more. */
export const isLive = (status: WhtStatus): boolean => status === 'submitted' || status === 'accepted';

/** No second certificate can have the number of one that is at hand or live. */
export const holdsNumber = (status: WhtStatus): boolean => status === 'draft' || isLive(status);
