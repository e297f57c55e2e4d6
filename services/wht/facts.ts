import type { ReadDb, WriteDb } from '../../db/connection.ts';
import { certificatesByNumber, type CertificateFacts } from '../../db/queries/wht.ts';
import { documentAmount, positiveAmount } from '../../domain/invoices/document-amount.ts';
import { refuse, unwrap } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { IncomeLine } from '../../domain/wht/certificate.ts';
import { formById } from '../../domain/wht/forms/index.ts';
import { paperFaults, type PaperFacts } from '../../domain/wht/paper.ts';
import type { CertificateHead } from '../../domain/wht/plan-line.ts';
import { holdsNumber } from '../../domain/wht/states.ts';
import { settingsOf } from '../book/profile.ts';
import type { ParsedInput } from '../contract/index.ts';
import type { Act } from '../invoices/act.ts';
import type { Chosen } from './choose.ts';
import { drawNumber } from './numbering.ts';
import { partiesOn } from './parties.ts';
import { whtSettingsOf } from './settings.ts';

/** Everything of a certificate that is entered, but its files. */
export type Entered = Omit<ParsedInput<'wht/add'>, 'attach' | 'draft' | 'submitted' | 'replaces'>;
type Kept = Pick<CertificateFacts, 'status' | 'submitted' | 'decided' | 'replacesId' | 'source' | 'figures'>;

/** The facts that a draft or certificate is stored with; refuses what no record can say. `generated`: the number is the book's own. */
export function factsOf(
  act: Act,
  input: Entered,
  chosen: readonly Chosen[],
  kept: Kept,
  number: { text: string; generated: boolean },
): CertificateFacts {
  const parties = partiesOn(
    act.write,
    input.side,
    input,
    chosen.map((c) => c.record),
  );
  const customer = chosen.find((c) => c.record.buyer !== null)?.record.buyer ?? parties.payer;
  const facts: CertificateFacts = {
    ...kept,
    ...parties,
    number: number.text,
    generated: number.generated,
    issuer: input.issuer,
    date: input.date,
    total: unwrap(positiveAmount(input.total, 'total')),
    currency: input.currency,
    note: input.note,
    side: input.side,
    country: input.country ?? (input.side === 'payer' ? settingsOf(act.write).country : (customer?.country ?? null)),
    form: input.form,
    first: input.first,
    last: input.last,
    remittance: input.remittance,
    remitted: input.remitted,
    income: input.income.map(lineOf),
  };
  const fault = paperFaults(paperOf(facts, act.today))[0];
  if (fault) unwrap({ ok: false, error: fault });
  return facts;
}

const lineOf = (line: IncomeLine): IncomeLine => ({
  ...line,
  code: line.code || null,
  base: line.base === null ? null : unwrap(documentAmount(line.base, 'base')),
  tax: unwrap(documentAmount(line.tax, 'tax')),
});

/** What the rules of the paper look at. */
export const paperOf = (facts: CertificateFacts, today: string): PaperFacts => ({
  ...facts,
  today,
  form: facts.form === null ? null : { id: facts.form, known: formById(facts.form) },
});

/** What the rules of the allocation look at. */
export const headOf = (
  at: { write: ReadDb; today: string },
  facts: Pick<CertificateFacts, 'side' | 'date' | 'total' | 'currency'>,
): CertificateHead => ({
  side: facts.side,
  date: facts.date,
  today: at.today,
  total: facts.total,
  currency: facts.currency,
  partial: whtSettingsOf(at.write).partial,
});

/** The number to store: the typed one, which no other draft or live certificate of the issuer may have, or one of the book's own. */
export function numberFor(write: WriteDb, typed: string | null, issuer: string, self: number | null): { text: string; generated: boolean } {
  if (typed === null) return { text: drawNumber(write), generated: true };
  if (certificatesByNumber(write, typed, issuer).some((c) => c.id !== self && holdsNumber(c.status)))
    refuse(
      'wht.duplicate',
      issuer
        ? say`There is a certificate ${{ number: typed }} of ${{ issuer }} already.`
        : say`There is a certificate ${{ number: typed }} already.`,
      {
        column: 'number',
        value: typed,
        remedy: 'Check the number; void the existing certificate first if it was entered wrongly.',
      },
    );
  return { text: typed, generated: false };
}
