import { listParties } from '../../../db/queries/parties.ts';
import type { InvoiceRecord, VendorName } from '../../../db/queries/invoices.ts';
import type { ReadDb } from '../../../db/connection.ts';
import type { Party, PartyDetails } from '../../../domain/parties/party.ts';
import { normaliseTaxId } from '../../../domain/tax-ids/normalise.ts';
import { placesOfBook } from '../../tax/book-pack.ts';

/** Who the seller is in this book, and by what it was told. `party` null: a contracting entity of the rule pack without a party. */
export interface SellerMatch {
  party: Party | null;
  name: string;
  by: 'tax-id' | 'name' | 'entity';
  entity: string | null;
}

/** Names as people compare them: without case, width and the points and blanks of company forms. */
const fold = (name: string): string =>
  name
    .normalize('NFKC')
    .toLocaleLowerCase('en')
    .replace(/[\s.,·()'’-]/gu, '');

/** Numbers as machines compare them, also without the country's prefix of a VAT number. */
function numbersOf(details: Pick<PartyDetails, 'taxIds'>): Set<string> {
  const found = new Set<string>();
  for (const { value } of details.taxIds) {
    const plain = normaliseTaxId(value);
    if (plain.length < 5) continue;
    found.add(plain);
    if (/^[A-Z]{2}[0-9]/.test(plain)) found.add(plain.slice(2));
  }
  return found;
}

const share = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((number) => b.has(number));

/** The seller by a tax number of a vendor's party or of a contracting entity, else by its exact name; null where it is not known. */
export function matchSeller(read: ReadDb, seller: PartyDetails): SellerMatch | null {
  const numbers = numbersOf(seller);
  const vendors = listParties(read).filter((party) => party.kind === 'vendor' && !party.archived);
  const byId = vendors.find((party) => share(numbersOf(party), numbers));
  if (byId) return { party: byId, name: byId.name, by: 'tax-id', entity: byId.entity };
  const { entities } = placesOfBook(read);
  const registered = entities.find((e) => e.registrations.some((r) => r.number !== null && numbers.has(normaliseTaxId(r.number))));
  const named = entities.find((e) => fold(e.name) === fold(seller.name) || (e.nameZh !== '' && fold(e.nameZh) === fold(seller.name)));
  const entity = registered ?? named;
  if (entity) {
    const party = vendors.find((p) => p.entity === entity.id) ?? null;
    return { party, name: party?.name ?? entity.name, by: 'entity', entity: entity.id };
  }
  const byName = vendors.find(
    (party) => fold(party.name) === fold(seller.name) || (party.nameLocal !== null && fold(party.nameLocal) === fold(seller.name)),
  );
  // The same name with another tax number is another company.
  if (!byName || (numbers.size > 0 && numbersOf(byName).size > 0)) return null;
  return { party: byName, name: byName.name, by: 'name', entity: byName.entity };
}

/** Contracting entities are all of one vendor. */
export const vendorOf = (match: SellerMatch | null): VendorName => (match !== null && match.entity !== null ? 'huawei' : 'other');

/** Who a document is of: its seller, who that is here, and whose register entry it would be. */
export interface Whose {
  seller: PartyDetails;
  match: SellerMatch | null;
  vendor: VendorName;
}

/** Whether a recorded document is of this seller; of one that was entered without its seller the vendor decides. */
export function isOfSeller(record: InvoiceRecord, { seller, match, vendor }: Whose): boolean {
  if (record.sellerId !== null && match?.party) return record.sellerId === match.party.id;
  if (record.seller === null) return record.vendor === vendor;
  const [a, b] = [numbersOf(record.seller), numbersOf(seller)];
  return a.size > 0 && b.size > 0 ? share(a, b) : fold(record.seller.name) === fold(seller.name);
}
