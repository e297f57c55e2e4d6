import { sum, type Amount } from '../../../domain/money/amount.ts';
import { bahtText } from '../../../domain/money/thai-words.ts';
import type { PartyDetails } from '../../../domain/parties/party.ts';
import { pndKind, thaiBranch, thaiTaxId } from '../../../domain/wht/returns/thai.ts';
import { regionName } from '../../../domain/wht/returns/provinces.ts';
import type { PlainDate } from '../../../domain/time/plain-date.ts';
import { marksOf, type CertificateMark } from './marks.ts';
import type { PaperLack, TawiOptions, TawiReturn } from '../../../domain/wht/paper-options.ts';
import type { CertificateSource } from './source.ts';
import { tawiRowOf } from './tawi-rows.ts';

export interface TawiParty {
  name: string;
  /** The other of its two names. */
  also: string | null;
  address: string;
  /** 13 digits. */
  taxId: string | null;
  branch: string;
}

export interface TawiIncome {
  row: string;
  what: string;
  paid: PlainDate | null;
  base: Amount | null;
  tax: Amount;
}

/** What stands on the Thai certificate of section 50 bis, before language and layout. Amounts are exact. */
export interface TawiPaper {
  kind: 'tawi';
  marks: CertificateMark[];
  number: string;
  book: string;
  date: PlainDate;
  currency: string;
  payer: TawiParty;
  payee: TawiParty;
  sequence: string;
  return: TawiReturn | null;
  income: TawiIncome[];
  /** Null where a base is missing: missing is not zero. */
  base: Amount | null;
  tax: Amount;
  words: string | null;
  borne: TawiOptions['borne'];
  borneNote: string;
  lacks: PaperLack[];
}

/** The certificate of section 50 bis of the Thai Revenue Code. Pure: the same source, the same paper. */
export function buildTawi({ certificate, form, payer, payee }: CertificateSource, options: TawiOptions): TawiPaper {
  const income = certificate.income.map((line): TawiIncome => {
    const known = form?.codes.find((c) => c.code === line.code && c.category === line.category);
    const row = tawiRowOf(line.code, line.category);
    return {
      row,
      // Lines 5 and 6 hold many kinds and have to say which.
      what: line.description || (row === '5' && known?.name.local ? known.name.local : ''),
      paid: line.paid,
      base: line.base,
      tax: line.tax,
    };
  });
  const bases = income.map((line) => line.base);
  const paper = {
    kind: 'tawi' as const,
    marks: marksOf(certificate),
    number: certificate.number,
    book: options.book,
    date: certificate.date,
    currency: certificate.currency,
    payer: tawiParty(payer),
    payee: tawiParty(payee),
    sequence: options.sequence,
    return: options.return ?? returnOf(payee, income),
    income,
    base: income.length === 0 || bases.includes(null) ? null : sum(bases),
    tax: certificate.total,
    words: certificate.currency === 'THB' ? bahtText(certificate.total) : null,
    borne: options.borne,
    borneNote: options.borneNote,
  };
  return { ...paper, lacks: lacksOf(paper) };
}

/** Interest and dividends of persons have a return of their own; all else by who is paid. Null: abroad, or not known. */
function returnOf(payee: PartyDetails, income: readonly TawiIncome[]): TawiReturn | null {
  if (thaiTaxId(payee) === null) return null;
  const kind = pndKind(payee);
  if (kind === '53') return '53';
  if (kind !== '3') return null;
  if (income.some(({ row }) => row === '40(1)')) return '1a';
  return income.length > 0 && income.every(({ row }) => row.startsWith('40(4)') || row === '40(3)') ? '2' : '3';
}

function tawiParty(party: PartyDetails): TawiParty {
  const at = party.addresses.find(({ use }) => use === 'legal') ?? party.addresses[0];
  const town = at ? [...at.lines, at.city, regionName(at.region), at.postcode] : [];
  return {
    name: party.nameLocal ?? party.name,
    also: party.nameLocal !== null && party.nameLocal !== party.name ? party.name : null,
    address: [...new Set(town.map((part) => part.trim()))].filter(Boolean).join(' '),
    taxId: thaiTaxId(party),
    branch: thaiBranch(party),
  };
}

function lacksOf(paper: Omit<TawiPaper, 'lacks'>): PaperLack[] {
  const lacks: [PaperLack, boolean][] = [
    ['payer-tax-id', paper.payer.taxId === null],
    ['payer-address', paper.payer.address === ''],
    ['payee-name', paper.payee.name === ''],
    ['payee-tax-id', paper.payee.taxId === null],
    ['payee-address', paper.payee.address === ''],
    ['income', paper.income.length === 0],
    ['paid', paper.income.some((line) => line.paid === null)],
    ['base', paper.income.some((line) => line.base === null)],
    ['local-currency', paper.currency !== 'THB'],
  ];
  return lacks.flatMap(([field, missing]) => (missing ? [field] : []));
}
