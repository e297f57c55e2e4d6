import type { ReadDb } from '../../db/connection.ts';
import { packByDigest } from '../../db/queries/tax-packs.ts';
import { invoicesOfQuotes, listQuotes, quoteById, type QuoteRecord } from '../../db/queries/tax-quotes.ts';
import { refuse } from '../../domain/result.ts';
import { packName, type TaxPack } from '../../domain/tax/pack.ts';
import { fieldChanges } from '../../domain/tax/pack-diff.ts';
import { quote, type Quote, type QuoteInput } from '../../domain/tax/quote.ts';
import { say } from '../../domain/words/said.ts';
import type { Output } from '../contract/index.ts';
import { packOfBook } from './book-pack.ts';

type Row = Output<'tax/quotes'>[number];
type Whole = Output<'tax/quote-record'>;

/** Quotes on record with the invoices that were made with them, newest first. */
export function quotesOf(read: ReadDb, rule: string | null, limit: number): Row[] {
  const records = listQuotes(read, { rule, limit });
  const invoices = invoicesOfQuotes(
    read,
    records.map((r) => r.id),
  );
  return records.map((record) => rowOf(record, invoices.get(record.id) ?? []));
}

function rowOf({ id, at, who, pack, rule, input, result }: QuoteRecord, invoices: Row['invoices']): Row {
  const [asked, answer] = [input as QuoteInput, result as Quote];
  const { country, entity, date, currency, amount } = asked;
  const { invoiceTotal, netPayable } = answer;
  const figures = { tax: answer.tax?.amount ?? null, invoiceTotal, netPayable };
  return { id, at, who, pack, rule, whtRule: answer.whtRule?.id ?? null, country, entity, date, currency, amount, ...figures, invoices };
}

/** One quote on record, whole. */
export function quoteRecord(read: ReadDb, id: number): Whole {
  const record = recordOf(read, id);
  const row = rowOf(record, invoicesOfQuotes(read, [id]).get(id) ?? []);
  return { ...row, packDigest: record.packDigest, input: record.input as Whole['input'], result: record.result as Whole['result'] };
}

/**
 * Answers the recorded case again. `equal`: by the pack that was used, every figure, rate, treatment and rule comes out as it was
 * recorded; `now` says whether the rules that hold today would say the same. Words and steps are not compared.
 */
export function recompute(read: ReadDb, id: number): Output<'tax/recompute'> {
  const record = recordOf(read, id);
  const pack = record.packDigest === null ? undefined : (packByDigest(read, record.packDigest) as TaxPack | undefined);
  if (!pack)
    refuse('tax.quote-no-pack', say`The rules that quote ${{ id: String(id) }} used are not kept in this book.`, {
      value: String(id),
      remedy: 'Quote the case anew.',
    });
  const [input, recorded] = [record.input as QuoteInput, figures(record.result as Quote)];
  const differences = fieldChanges(recorded, figures(quote(pack, input))).map(({ field, before, after }) => ({
    field,
    recorded: before,
    computed: after,
  }));
  const today = packOfBook(read);
  const answer = quote(today, input);
  return {
    id,
    pack: record.pack,
    equal: differences.length === 0,
    differences,
    now: { pack: packName(today), equal: fieldChanges(recorded, figures(answer)).length === 0, rule: answer.rule?.id ?? null },
  };
}

/** What must come out again: no words, which a later version of the program may say better. */
const figures = ({ tax, wht, invoiceTotal, netPayable, rule, whtRule }: Quote): object => ({
  tax: tax && {
    code: tax.code,
    ratePct: tax.ratePct,
    amount: tax.amount,
    treatment: tax.treatment,
    components: tax.components.map(({ code, ratePct, amount }) => ({ code, ratePct, amount })),
  },
  wht: wht && { ratePct: wht.ratePct, amount: wht.amount, treatment: wht.treatment },
  invoiceTotal,
  netPayable,
  rule: rule?.id ?? null,
  whtRule: whtRule?.id ?? null,
});

function recordOf(read: ReadDb, id: number): QuoteRecord {
  return (
    quoteById(read, id) ??
    refuse('tax.quote-unknown', say`There is no quote ${{ id: String(id) }} on record.`, {
      value: String(id),
      remedy: 'See the list of quotes for their numbers.',
    })
  );
}
