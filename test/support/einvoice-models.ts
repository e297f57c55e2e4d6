import fc from 'fast-check';
import type { AllowanceCharge, Line, NamedTax } from '../../domain/einvoice/model-lines.ts';
import type { EAddress, EParty } from '../../domain/einvoice/model-parties.ts';
import type { EInvoice, TaxSubtotal } from '../../domain/einvoice/model.ts';

/** Whole cents as text; the oracle reckons in them and shares no code with the rules. */
const cents = (n: number): string => `${n < 0 ? '-' : ''}${Math.floor(Math.abs(n) / 100)}.${String(Math.abs(n) % 100).padStart(2, '0')}`;

/** A text that XML gives back as it was: no blanks at its ends, no line ends, no characters that XML cannot hold. */
const text = fc
  .string({ unit: fc.constantFrom(...'abcXYZ019 .,-&<>"\'#é中文𠮷'.match(/./gu)!), minLength: 1, maxLength: 12 })
  .map((s) => s.replace(/ +/g, ' ').trim())
  .filter((s) => s !== '' && !s.startsWith('#') && s !== 'NA');
const day = fc.integer({ min: 0, max: 9999 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const identifier = (schemes: string[]) => fc.record({ id: text, scheme: fc.constantFrom(...schemes) });

const address: fc.Arbitrary<EAddress> = fc.record({
  line1: maybe(text),
  line2: maybe(text),
  line3: maybe(text),
  city: maybe(text),
  postcode: maybe(text),
  region: maybe(text),
  country: fc.constantFrom('DE', 'SG', 'GR', 'XI'),
});
const party = (seller: boolean): fc.Arbitrary<EParty> =>
  fc.record({
    name: text,
    tradingName: maybe(text),
    ids: maybe(fc.array(identifier(['0088', '0060']), { minLength: 1, maxLength: seller ? 3 : 1 })),
    registration: maybe(fc.record({ id: text, scheme: maybe(fc.constant('0002')) })),
    vatId: fc.constantFrom('DE123456789', 'EL090000045'),
    taxId: seller ? maybe(text) : fc.constant(undefined),
    legalForm: seller ? maybe(text) : fc.constant(undefined),
    endpoint: maybe(identifier(['EM', '0204'])),
    address,
    contact: maybe(fc.record({ name: text, phone: maybe(text), email: maybe(text) })),
  });

const RATES: readonly NamedTax[] = [
  { category: 'S', rate: '19' },
  { category: 'S', rate: '7.5' },
  { category: 'Z', rate: '0' },
  { category: 'E', rate: '0' },
  { category: 'AE', rate: '0' },
];
const tax = fc.constantFrom(...RATES).map((t) => ({ ...t }));
const part = (reasonCode: string): fc.Arbitrary<{ value: number; part: AllowanceCharge }> =>
  fc
    .record({ value: fc.integer({ min: 0, max: 99_999 }), reason: maybe(text), base: maybe(fc.integer({ min: 0, max: 1e6 })) })
    .map(({ value, reason, base }) => ({
      value,
      part: { amount: cents(value), base: base === undefined ? undefined : cents(base), reason, reasonCode },
    }));

interface Counted<T> {
  value: T;
  net: number;
  tax: NamedTax;
}
const line: fc.Arbitrary<Counted<Line>> = fc
  .record({
    net: fc.integer({ min: -99_999, max: 9_999_999 }),
    price: fc.integer({ min: 0, max: 999_999 }),
    quantity: fc.integer({ min: -1000, max: 1000 }),
    unit: fc.constantFrom('C62', 'HUR', 'XPP'),
    tax,
    allowances: fc.array(part('95'), { maxLength: 2 }),
    charges: fc.array(part('FC'), { maxLength: 2 }),
    name: text,
    note: maybe(text),
    description: maybe(text),
    period: maybe(fc.record({ first: day })),
    orderLine: maybe(text),
    object: maybe(identifier(['AAA'])),
    sellerId: maybe(text),
    buyerId: maybe(text),
    standardId: maybe(identifier(['0160'])),
    origin: maybe(fc.constant('CN')),
    classes: maybe(fc.array(fc.record({ code: text, list: fc.constant('STI'), version: maybe(text) }), { minLength: 1, maxLength: 2 })),
    attributes: maybe(fc.array(fc.record({ name: text, value: text }), { minLength: 1, maxLength: 2 })),
    gross: maybe(fc.integer({ min: 0, max: 99_999 })),
    per: maybe(fc.integer({ min: 1, max: 1000 })),
  })
  .map((l) => ({
    net: l.net,
    tax: l.tax,
    value: {
      id: l.name,
      note: l.note,
      object: l.object,
      quantity: String(l.quantity),
      unit: l.unit,
      net: cents(l.net),
      orderLine: l.orderLine,
      period: l.period,
      allowances: l.allowances.map((a) => a.part),
      charges: l.charges.map((c) => c.part),
      price: {
        net: `${cents(l.price)}5`,
        ...(l.gross !== undefined && { gross: cents(l.gross), discount: '0.00' }),
        ...(l.per !== undefined && { per: String(l.per), perUnit: l.unit }),
      },
      tax: l.tax,
      item: {
        name: l.name,
        description: l.description,
        sellerId: l.sellerId,
        buyerId: l.buyerId,
        standardId: l.standardId,
        origin: l.origin,
        classes: l.classes,
        attributes: l.attributes,
      },
    },
  }));

const top = fc.record({
  kind: fc.constantFrom('invoice' as const, 'credit-note' as const),
  number: text,
  issued: day,
  due: day,
  taxPoint: maybe(day),
  buyerReference: maybe(text),
  project: maybe(text),
  contract: maybe(text),
  purchaseOrder: maybe(text),
  salesOrder: maybe(text),
  receivingAdvice: maybe(text),
  despatchAdvice: maybe(text),
  tender: maybe(text),
  invoicedObject: maybe(identifier(['AWV'])),
  accountingReference: maybe(text),
  paymentTerms: maybe(text),
  notes: fc.array(fc.record({ subject: maybe(fc.constantFrom('AAI', 'SUR')), text }), { maxLength: 3 }),
  process: maybe(text),
  preceding: fc.array(fc.record({ number: text, issued: maybe(day) }), { maxLength: 2 }),
  seller: party(true),
  buyer: party(false),
  payee: maybe(fc.record({ name: text.map((s) => `payee ${s}`), id: maybe(fc.record({ id: text.map((s) => `p${s}`) })) })),
  representative: maybe(fc.record({ name: text, vatId: fc.constant('FR12345678901'), address })),
  delivery: maybe(fc.record({ name: maybe(text), date: day, location: maybe(identifier(['0088'])), address: maybe(address) })),
  period: maybe(fc.record({ first: day })),
  creditor: maybe(text),
  account: fc.record({ id: text, name: maybe(text), provider: maybe(text) }),
  remittance: maybe(text),
  attachments: fc.array(
    fc.record({
      id: text,
      description: maybe(text),
      uri: maybe(fc.constant('https://example.org/a')),
      content: maybe(fc.constant({ base64: 'aGVsbG8=', mime: 'text/csv', file: 'a.csv' })),
    }),
    { maxLength: 2 },
  ),
  taxCurrency: maybe(fc.constantFrom('CHF', 'SGD')),
  prepaid: maybe(fc.integer({ min: 0, max: 99_999 })),
  rounding: maybe(fc.integer({ min: -49, max: 49 })),
});

/** Drops what is not there, all the way down, and lists without members: how readers give models back. */
export function bare<T>(value: T): T {
  if (Array.isArray(value)) return value.map((v: unknown) => bare(v)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, v]) => v !== undefined && !(Array.isArray(v) && v.length === 0));
  return Object.fromEntries(kept.map(([k, v]) => [k, bare(v as unknown)])) as T;
}

/** Invoices and credit notes with every kind of term, whose figures add up to the cent. */
export const validInvoice: fc.Arbitrary<EInvoice> = fc
  .record({
    top,
    lines: fc.array(line, { minLength: 1, maxLength: 4 }),
    allowances: fc.array(fc.record({ of: part('95'), tax }), { maxLength: 2 }),
    charges: fc.array(fc.record({ of: part('FC'), tax }), { maxLength: 2 }),
  })
  .map(({ top: { account, remittance, prepaid, rounding, taxCurrency, ...terms }, lines, allowances, charges }) => {
    const parts = [
      ...lines.map((l) => ({ tax: l.tax, net: l.net })),
      ...allowances.map((a) => ({ tax: a.tax, net: -a.of.value })),
      ...charges.map((c) => ({ tax: c.tax, net: c.of.value })),
    ];
    const sum = (of: { net: number }[]): number => of.reduce((total, p) => total + p.net, 0);
    const groups = [...Map.groupBy(parts, (p) => `${p.tax.category} ${p.tax.rate}`).values()];
    const taxes = groups.map((group) => {
      const { category, rate } = group[0]!.tax;
      const base = sum(group);
      // 7.5 % and 19 % in tenths of a percent, so that whole numbers hold every product.
      const amount = Math.round((Math.abs(base) * Math.round(Number(rate) * 10)) / 1000) * Math.sign(base);
      const exempt = category === 'E' || category === 'AE';
      const subtotal: TaxSubtotal = { category, rate, base: cents(base), amount: cents(amount), ...(exempt && { reason: 'Because' }) };
      return { subtotal, amount };
    });
    const [net, tax] = [sum(parts), taxes.reduce((total, t) => total + t.amount, 0)];
    const total = (of: { of: { value: number } }[]): number => of.reduce((t, a) => t + a.of.value, 0);
    return bare<EInvoice>({
      ...terms,
      taxCurrency,
      specification: 'urn:cen.eu:en16931:2017',
      typeCode: terms.kind === 'invoice' ? '380' : '381',
      currency: 'EUR',
      payments: [{ code: '30', remittance, account }],
      allowances: allowances.map((a) => ({ ...a.of.part, tax: a.tax })),
      charges: charges.map((c) => ({ ...c.of.part, tax: c.tax })),
      lines: lines.map((l) => l.value),
      taxes: taxes.map((t) => t.subtotal),
      totals: {
        lines: cents(sum(lines)),
        allowances: allowances.length > 0 ? cents(total(allowances)) : undefined,
        charges: charges.length > 0 ? cents(total(charges)) : undefined,
        net: cents(net),
        tax: cents(tax),
        taxInTaxCurrency: taxCurrency === undefined ? undefined : cents(tax * 2),
        gross: cents(net + tax),
        prepaid: prepaid === undefined ? undefined : cents(prepaid),
        rounding: rounding === undefined ? undefined : cents(rounding),
        payable: cents(net + tax - (prepaid ?? 0) + (rounding ?? 0)),
      },
    });
  });
