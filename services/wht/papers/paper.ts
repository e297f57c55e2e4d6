import { createHash } from 'node:crypto';
import { buildCertificate, type CertificatePaper } from './certificate.ts';
import type { TawiOptions } from '../../../domain/wht/paper-options.ts';
import type { CertificateSource } from './source.ts';
import { buildTawi, type TawiPaper } from './tawi.ts';

export type WhtPaper = TawiPaper | CertificatePaper;

/** The Thai form for what is withheld inside Thailand, the general one for all else. */
export const isTawi = ({ certificate }: Pick<CertificateSource, 'certificate'>): boolean =>
  certificate.form === 'TH-50-TAWI' || (certificate.form === null && certificate.country === 'TH');

export const buildWhtPaper = (source: CertificateSource, options: TawiOptions): WhtPaper =>
  isTawi(source) ? buildTawi(source, options) : buildCertificate(source);

/** SHA-256 of all that a paper says, the same in every language; what it lacks is said of it, not by it. */
export const whtPaperHash = (paper: object): string => {
  const { lacks: _lacks, ...says } = paper as { lacks?: unknown };
  return createHash('sha256').update(JSON.stringify(says)).digest('hex');
};
