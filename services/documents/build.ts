import { knownTitle, titleOf } from '../../domain/invoices/paper-rules.ts';
import { chineseCapitals } from '../../domain/money/chinese-capitals.ts';
import type { Bilingual } from '../../domain/words/said.ts';
import { factsOf, prints } from './parts/facts.ts';
import { lacksOf } from './parts/lacks.ts';
import { linesOf } from './parts/lines.ts';
import { notesOf } from './parts/notes.ts';
import { buyerOf, sellerOf } from './parts/parties.ts';
import { taxesOf } from './parts/taxes.ts';
import { localOf, totalsOf } from './parts/totals.ts';
import type { InvoicePaper, PaperFact } from './paper.ts';
import { drafting, type Drafting, type PaperSource } from './source.ts';
import { PAPER_WORDS } from './words.ts';

/** The paper of a document of the register, of any country, issued here or received. Pure: the same source, the same paper. */
export function buildPaper(source: PaperSource): InvoicePaper {
  const draft = drafting(source);
  const { record } = draft;
  const lines = linesOf(draft);
  const taxes = taxesOf(draft);
  const totals = totalsOf(draft, lines, taxes);
  const local = localOf(draft);
  const seller = sellerOf(draft);
  const paper = {
    kind: record.kind,
    country: draft.country,
    title: titleFor(draft),
    marks: marksOf(draft),
    number: record.number,
    date: draft.at.date,
    currency: record.currency,
    facts: factsOf(draft),
    seller,
    buyer: buyerOf(draft),
    lines,
    taxes,
    totals,
    capitals: record.currency === 'CNY' ? chineseCapitals(totals.findLast((row) => row.strong)?.amount ?? '') : null,
    local,
    payment: record.kind === 'invoice' ? paymentOf(draft) : [],
    notes: notesOf(draft, taxes, local),
    signature:
      record.direction === 'issued' && prints(draft, 'signature') ? { text: 'signatory' as const, values: { seller: seller.name } } : null,
  };
  return { ...paper, lacks: lacksOf(draft, paper) };
}

/** The title that the document names, else the one of its country's rules, else plainly what it is. */
function titleFor({ record, rule, at }: Drafting): Bilingual {
  const own = record.document.title?.trim();
  if (own) return knownTitle(own) ?? { en: own, zh: own };
  const title = titleOf(rule, at);
  if (title) return { en: title.en, zh: title.zh };
  return PAPER_WORDS[record.kind === 'credit-note' ? 'creditNote' : 'invoice'];
}

/** States before the day of issue; a document made here is no document yet in them. */
const BEFORE_ISSUE: readonly string[] = ['unbilled', 'to-confirm', 'disputed', 'issuing'];

function marksOf({ record }: Drafting): InvoicePaper['marks'] {
  const marks: InvoicePaper['marks'] = [];
  if (record.direction === 'received') marks.push(record.kind === 'credit-note' ? 'transcriptCredit' : 'transcript');
  else if (record.issued === null && BEFORE_ISSUE.includes(record.stated)) marks.push('notIssued');
  if (record.stated === 'void') marks.push('void');
  return marks;
}

/** Where to pay, and what to quote so that the payment finds its invoice (Huawei Cloud billing guide, transfers). */
function paymentOf({ record }: Drafting): PaperFact[] {
  const bank = record.seller?.bank;
  const facts: PaperFact[] = record.document.paymentTerms ? [{ label: 'terms', value: record.document.paymentTerms }] : [];
  if (!bank) return facts;
  const account: [label: PaperFact['label'], value: string | null][] = [
    ['holder', bank.holder],
    ['bank', bank.bank],
    ['account', bank.account],
    [{ en: 'SWIFT / BIC', zh: 'SWIFT / BIC' }, bank.swift],
    ['currency', bank.currency],
    ['quote', record.number],
  ];
  return [
    ...facts,
    ...account.filter((fact): fact is [PaperFact['label'], string] => Boolean(fact[1])).map(([label, value]) => ({ label, value })),
  ];
}
