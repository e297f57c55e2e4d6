import { fail, ok, type Result } from '../result.ts';
import { say, type Said } from '../words/said.ts';

export const WHT_STATUSES = ['submitted', 'accepted', 'refused', 'void'] as const;
export type WhtStatus = (typeof WHT_STATUSES)[number];
export type WhtAct = 'accept' | 'refuse' | 'void';

/** Review states of a certificate (Huawei Cloud billing guide 10.3: to be reviewed, approved, not approved), and `void`. */
const IN_WORDS: Record<WhtStatus, Said> = { submitted: say`submitted`, accepted: say`accepted`, refused: say`refused`, void: say`void` };

const ACTS: Record<WhtAct, { from: readonly WhtStatus[]; to: WhtStatus; remedy: string }> = {
  accept: {
    from: ['submitted'],
    to: 'accepted',
    remedy: 'Only a submitted certificate can be reviewed. Submit a corrected one as a new certificate.',
  },
  refuse: { from: ['submitted'], to: 'refused', remedy: 'Only a submitted certificate can be reviewed. Void an accepted one instead.' },
  void: { from: ['submitted', 'accepted', 'refused'], to: 'void', remedy: 'A void certificate stays void; its record is kept.' },
};

export function whtAct(number: string, status: WhtStatus, name: WhtAct): Result<WhtStatus> {
  const rule = ACTS[name];
  return rule.from.includes(status)
    ? ok(rule.to)
    : fail('wht.status', say`Certificate ${{ number }} is ${{ status: IN_WORDS[status] }}.`, { value: status, remedy: rule.remedy });
}

/** A live certificate holds its invoices and counts as withheld tax; a refused or void one frees them. */
export const isLive = (status: WhtStatus): boolean => status === 'submitted' || status === 'accepted';
