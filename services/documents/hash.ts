import { createHash } from 'node:crypto';
import type { InvoicePaper } from './paper.ts';

/** SHA-256 of all that a paper says, the same in every language; what it lacks is said of it, not by it. */
export const contentHash = ({ lacks: _lacks, ...paper }: InvoicePaper): string =>
  createHash('sha256').update(JSON.stringify(paper)).digest('hex');
