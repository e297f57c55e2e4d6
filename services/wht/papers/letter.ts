import { add, type Amount } from '../../../domain/money/amount.ts';
import type { PartyDetails } from '../../../domain/parties/party.ts';
import type { PlainDate } from '../../../domain/time/plain-date.ts';
import type { PaperParty } from '../../documents/paper.ts';
import { paperParty } from './party.ts';
import type { CertificateSource } from './source.ts';

export interface LetterRow {
  number: string;
  form: string;
  date: PlainDate;
  currency: string;
  amount: Amount;
  invoices: { number: string; payAmount: Amount; payCurrency: string; fx: { rate: string; date: PlainDate | null } | null }[];
}
/** A file that goes with the letter; `certificate`: whose it is. */
export interface LetterFile {
  certificate: string;
  name: string;
  size: number;
  sha256: string;
}

/** What stands on the letter that certificates go with. Certificates by date, then number. */
export interface Letter {
  from: PaperParty;
  to: PaperParty;
  /** Lines of the envelope: the mailing address, else the legal one. */
  envelope: string[];
  date: PlainDate;
  rows: LetterRow[];
  /** By currency in the order of the code; currencies are never added together. */
  sums: { currency: string; amount: Amount; count: number }[];
  files: LetterFile[];
}

/** Pure: the same certificates, addressee and day, the same letter. `to` is the payee with the addresses of now. */
export function buildLetter(
  sources: readonly CertificateSource[],
  to: PartyDetails,
  files: readonly LetterFile[],
  date: PlainDate,
): Letter {
  const rows = sources
    .map(({ certificate: c, form }): LetterRow => ({
      number: c.number,
      form: form && form.country !== null ? form.short : '',
      date: c.date,
      currency: c.currency,
      amount: c.total,
      invoices: c.allocations.map((a) => ({
        number: a.invoice,
        payAmount: a.payAmount,
        payCurrency: a.invoiceCurrency,
        fx: a.fx === null || a.invoiceCurrency === c.currency ? null : { rate: a.fx.rate, date: a.fx.date },
      })),
    }))
    .toSorted((a, b) => (a.date === b.date ? order(a.number, b.number) : order(a.date, b.date)));
  const sums = new Map<string, { currency: string; amount: Amount; count: number }>();
  for (const { currency, amount } of rows) {
    const known = sums.get(currency);
    sums.set(currency, { currency, amount: known ? add(known.amount, amount) : amount, count: (known?.count ?? 0) + 1 });
  }
  const paper = paperParty(to.country, to);
  const first = sources[0]!;
  return {
    from: paperParty(first.payer.country, first.payer),
    to: { ...paper, mailTo: [] },
    envelope: paper.mailTo.length > 0 ? paper.mailTo : paper.address,
    date,
    rows,
    sums: [...sums.values()].toSorted((a, b) => order(a.currency, b.currency)),
    files: [...files],
  };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
