import { holds, type PaperField } from '../../../domain/invoices/paper-rules.ts';
import { isZero } from '../../../domain/money/amount.ts';
import type { InvoicePaper, Lack } from '../paper.ts';
import type { Drafting } from '../source.ts';
import { placeOfSupply, prefixOf } from './facts.ts';

type Drawn = Pick<InvoicePaper, 'seller' | 'buyer' | 'taxes' | 'local' | 'lines' | 'number'>;

const REGISTERED: readonly string[] = ['registered', 'enterprise_registered', 'vat_collector', 'registered_not_collector'];
/** A service code of the Indian list (SAC: 99 and four digits), or a word that names one. */
const SERVICE_CODE = /\b99\d{4}\b|\b(?:HSN|SAC)\b/i;

/** What the country's rules ask for and the paper does not have; each once, with the rule that asks. */
export function lacksOf(draft: Drafting, paper: Drawn): Lack[] {
  const { rule, at } = draft;
  return (rule?.asks ?? [])
    .filter((ask) => holds(ask, at) && !has(draft, paper, ask.field))
    .map(({ field, source }) => ({ field, source }));
}

/** True where the paper has the field, or where the field does not come up. */
function has(draft: Drafting, paper: Drawn, field: PaperField): boolean {
  const { record, at, credited } = draft;
  const credit = at.kind === 'credit-note';
  switch (field) {
    case 'seller-tax-id':
      return hasTaxId(paper.seller);
    case 'buyer-tax-id':
      return at.status === null || !REGISTERED.includes(at.status) || hasTaxId(paper.buyer);
    case 'seller-address':
      return paper.seller.address.length > 0;
    case 'buyer-address':
      return paper.buyer.address.length > 0;
    case 'tax-rate':
      return paper.taxes.every((tax) => tax.ratePct !== null);
    case 'local-tax':
      return isZero(record.tax) || inLocalCurrency(draft, paper);
    case 'local-totals':
      return inLocalCurrency(draft, paper);
    case 'local-script':
      return false;
    case 'place-of-supply':
      return placeOfSupply(draft) !== null;
    case 'service-code':
      return paper.lines.length > 0 && paper.lines.every((line) => SERVICE_CODE.test(line.description));
    case 'number-16':
      return paper.number.length <= 16;
    case 'number-prefix':
      return (prefixOf(draft) ?? '') === '' || paper.number.startsWith(prefixOf(draft) ?? '');
    case 'credited-invoice':
      return !credit || credited !== null;
    case 'credit-reason':
      return !credit || record.note !== '' || (record.document.notes ?? []).length > 0;
  }
}

const hasTaxId = (party: Drawn['seller']): boolean => party.taxIds.some(({ counts, value }) => counts && value !== '');

function inLocalCurrency({ record, country, pack }: Drafting, { local }: Drawn): boolean {
  const currency = CURRENCY[country ?? ''] ?? pack.countries.find((c) => c.iso === country)?.currency ?? null;
  return currency === null || record.currency === currency || local?.currency === currency;
}

/** Countries with a paper of their own that the pack of tax rules does not list. */
const CURRENCY: Readonly<Record<string, string>> = { HK: 'HKD', CN: 'CNY' };
