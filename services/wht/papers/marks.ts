import type { Certificate } from '../../contract/wht.ts';

/** What the paper is not, or whose place it takes; printed on every page. */
export type CertificateMark = { id: 'draft' | 'void' | 'refused' } | { id: 'substitute' | 'replaced'; number: string };

export function marksOf({ status, replaces, replacedBy }: Pick<Certificate, 'status' | 'replaces' | 'replacedBy'>): CertificateMark[] {
  const marks: CertificateMark[] = [];
  if (status === 'draft' || status === 'void' || status === 'refused') marks.push({ id: status });
  if (replaces !== null) marks.push({ id: 'substitute', number: replaces });
  if (replacedBy !== null) marks.push({ id: 'replaced', number: replacedBy });
  return marks;
}
