import type { ReadDb } from '../../db/connection.ts';
import type { sharesOn } from '../../db/queries/invoice-shares.ts';
import type { InvoiceRecord } from '../../db/queries/invoices.ts';
import { residenceOf } from '../../db/queries/residence.ts';
import { listCertificates, type CertificateRecord } from '../../db/queries/wht.ts';
import type { ResidenceProof } from '../../domain/residence/certificate.ts';
import type { TaxPack } from '../../domain/tax/pack.ts';
import { remarksOf } from '../../domain/wht/check/index.ts';
import { paperKeys } from '../../domain/wht/check/twins.ts';
import { formById } from '../../domain/wht/forms/index.ts';
import type { Remark } from '../../domain/wht/remark.ts';
import { holdsNumber } from '../../domain/wht/states.ts';
import { sellingEntity } from '../../domain/wht/counterparty.ts';

type Line = CertificateRecord['lines'][number] & { of: InvoiceRecord };

/** What the remarks of all certificates of a call have in common; `country` and `entity` are the book's. */
export interface RemarkContext {
  read: ReadDb;
  pack: TaxPack;
  country: string;
  entity: string;
  shares: ReturnType<typeof sharesOn>;
}

/** Says what the checks find in a certificate; what several of them need is read once. */
export function remarker({ read, pack, country, entity, shares }: RemarkContext) {
  const twinsOf = twinFinder(read);
  const proofsOf = proofFinder(read);
  return (r: CertificateRecord, lines: readonly Line[], registered: readonly string[]): Remark[] => {
    if (r.status === 'void') return [];
    const taxOf = r.country ?? country;
    const form = r.form === null ? null : formById(r.form);
    const payments = lines.map(({ of }) => ({
      invoice: of.number,
      days: (shares.get(of.id) ?? []).filter((share) => share.kind === 'payment').map((share) => share.date),
    }));
    return remarksOf({
      pack,
      country: taxOf,
      lines: lines.map(({ of, payAmount }) => ({ ...of, invoice: of.number, entity: sellingEntity(of, entity) ?? '', payAmount })),
      paper: {
        ...r,
        form,
        registered,
        payments,
        paid: payments.flatMap(({ invoice, days }) => (days.length === 0 ? [] : [{ invoice, date: days.at(-1)! }])),
        residence:
          r.side === 'payer' ? [...new Set(lines.map(({ of }) => sellingEntity(of, entity) ?? ''))].flatMap((e) => proofsOf(e, taxOf)) : [],
        twins: form === null ? [] : twinsOf(r),
      },
    });
  };
}

const remembered = <V>(make: (key: string) => V): ((key: string) => V) => {
  const known = new Map<string, V>();
  return (key) => {
    if (!known.has(key)) known.set(key, make(key));
    return known.get(key)!;
  };
};

function proofFinder(read: ReadDb): (entity: string, country: string) => ResidenceProof[] {
  const find = remembered((key) => {
    const [entity = '', country = ''] = key.split('|');
    return residenceOf(read, entity, country);
  });
  return (entity, country) => find(`${entity}|${country}`);
}

/** Numbers of other drafts and live certificates that a form without numbers does not tell from this one. */
function twinFinder(read: ReadDb): (r: CertificateRecord) => string[] {
  const papersOf = remembered((form) =>
    listCertificates(read, { form }).map((other) => ({ id: other.id, status: other.status, number: other.number, keys: keysOf(other) })),
  );
  return (r) => {
    const own = new Set(keysOf(r));
    if (own.size === 0 || r.form === null || !holdsNumber(r.status)) return [];
    return papersOf(r.form).flatMap((other) =>
      other.id !== r.id && other.id !== r.replacesId && holdsNumber(other.status) && other.keys.some((key) => own.has(key))
        ? [other.number]
        : [],
    );
  };
}

const keysOf = (r: CertificateRecord): string[] => paperKeys({ ...r, form: r.form === null ? null : formById(r.form) });
