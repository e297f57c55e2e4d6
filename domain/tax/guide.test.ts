import { describe, expect, it } from 'vitest';
import guide from '../../test/fixtures/tax/guide-rules.json' with { type: 'json' };
import { taxPack, type CustomerStatus, type TaxRule } from './pack.ts';
import { quote, type QuoteInput } from './quote.ts';

/** What was read from the guide apart from the pack: fields that are not printed are left out. */
interface Read {
  id: string;
  country: string;
  kind: string;
  entity?: string;
  status: string;
  statusLabel?: string;
  region?: string;
  unsetCountsAs?: string;
  from?: string;
  to?: string;
  basis: string;
  zone?: string;
  treatment: string;
  code?: string;
  ratePct?: string;
  components?: [string, string | null][];
  otherStatusRatePct?: string;
  remittedBy?: string;
  documentKind?: string;
  numberPrefix?: string;
  taxIdLength?: number;
  taxIdPattern?: string;
  taxIdAlternatives?: string[];
  whtRates?: string[];
  whtDeducted?: boolean;
  evidenceDays?: number;
  evidenceTrigger?: string;
  certainty: string;
  section: string;
}
interface Case {
  kind: string;
  country: string;
  entity: string;
  status: string;
  region: string | null;
  date: string;
  rule: string | null;
  treatment?: string;
  ratePct?: string | null;
  tax?: string | null;
  invoiceTotal?: string | null;
  netPayable?: string | null;
}

const read = guide.rules as unknown as Read[];
const cases = guide.cases as unknown as Case[];
const BASIS: Record<string, string> = { usage: 'usage_date', invoice: 'invoice_date' };
const CERTAINTY: Record<string, string> = { absent: 'absent_in_source' };
const regionOf = (r: TaxRule): string | undefined =>
  r.region && ('is' in r.region ? r.region.is : r.region.not.replace('-', '-other-than-'));

/** The rule of the pack in the words of the table. */
const asRead = (r: TaxRule): Read =>
  JSON.parse(
    JSON.stringify({
      id: r.id,
      country: r.country,
      kind: r.kind,
      entity: r.entity ?? undefined,
      status: r.status,
      statusLabel: r.statusLabel,
      region: regionOf(r),
      unsetCountsAs: r.ifStatusUnset,
      from: r.from ?? undefined,
      to: r.to ?? undefined,
      basis: BASIS[r.basis ?? ''] ?? 'unspecified',
      zone: r.zone,
      treatment: r.treatment,
      code: r.tax?.code,
      ratePct: r.tax?.ratePct ?? undefined,
      components: r.tax?.components.map((c) => [c.code, c.ratePct]),
      otherStatusRatePct: r.tax?.chargedStatusRatePct,
      remittedBy: r.remittedBy,
      documentKind: r.invoice?.kind,
      numberPrefix: r.invoice?.numberPrefix,
      taxIdLength: r.taxId?.length,
      taxIdPattern: r.taxId?.pattern,
      taxIdAlternatives: r.taxId?.alternatives?.map((a) => a.pattern),
      whtRates: r.wht?.rates.length ? r.wht.rates.map((x) => x.ratePct) : undefined,
      whtDeducted: r.wht?.deducted ?? undefined,
      evidenceDays: r.evidence?.days ?? undefined,
      evidenceTrigger: r.evidence?.trigger ?? undefined,
      certainty: CERTAINTY[r.certainty] ?? r.certainty,
      section: r.source.replace('Huawei Cloud billing guide ', ''),
    }),
  ) as Read;

const ask = (input: Partial<QuoteInput>) =>
  quote(taxPack, {
    country: 'MY',
    entity: 'SPARKOO_SG',
    status: 'any',
    region: null,
    amount: '200',
    currency: 'USD',
    date: '2024-04-16',
    whtRate: null,
    ...input,
  });

describe('the pack against what was read from the guide', () => {
  it('has the same rules in the same countries', () => {
    expect(taxPack.rules.map((r) => r.id)).toEqual(read.map((r) => r.id));
    expect(taxPack.countries.map((c) => c.iso)).toEqual(guide.countries);
    expect(read).toHaveLength(95);
  });
  it.each(read.map((r) => [r.id, r] as const))('%s says the same', (id, expected) =>
    expect(asRead(taxPack.rules.find((r) => r.id === id)!)).toEqual(expected),
  );
});

describe('a quote of every rule on every first and last day, the day before and the day after', () => {
  const name = (c: Case): string => `${c.country} ${c.entity} ${c.status} ${c.region ?? ''} ${c.date} → ${c.rule ?? 'no rule'}`;
  it.each(cases.filter((c) => c.kind === 'indirect').map((c) => [name(c), c] as const))('%s', (_, c) => {
    const q = ask({
      country: c.country,
      entity: c.entity,
      status: c.status as CustomerStatus,
      region: c.region,
      date: c.date,
      whtRate: '0',
    });
    expect(q.rule?.id ?? null).toBe(c.rule);
    if (c.rule === null) {
      expect([q.tax, q.invoiceTotal, q.netPayable]).toEqual([null, null, null]);
      expect(q.notes[0]).toContain('“No rule” is not 0 %');
      return;
    }
    expect(q).toMatchObject({ invoiceTotal: c.invoiceTotal, netPayable: c.netPayable });
    expect(q.tax).toMatchObject({ treatment: c.treatment, ratePct: c.ratePct, amount: c.tax });
  });
  it.each(cases.filter((c) => c.kind === 'wht').map((c) => [name(c), c] as const))('withholding: %s', (_, c) => {
    // Held against the day of use where the rule counts by it, whatever the day of the invoice is.
    const byUse = read.find((r) => r.country === c.country && r.kind === 'wht' && r.treatment !== 'treaty_rate')?.basis === 'usage_date';
    const q = ask({ country: c.country, entity: c.entity, ...(byUse ? { usageDate: c.date, date: '2024-04-16' } : { date: c.date }) });
    expect(q.whtRule?.id ?? null).toBe(c.rule);
  });
  it('covers every rule that can apply', () => {
    const applied = new Set(cases.map((c) => c.rule));
    const can = read.filter(
      (r) => (r.kind === 'indirect' && r.treatment !== 'not_stated') || (r.kind === 'wht' && r.treatment !== 'treaty_rate'),
    );
    expect(can.filter((r) => !applied.has(r.id)).map((r) => r.id)).toEqual([]);
  });
});

describe('what the answer says beside the figures', () => {
  it.each(guide.unset.map((u) => [`${u.country} ${u.entity}`, u] as const))('%s: no status chosen', (_, u) =>
    expect(ask({ country: u.country, entity: u.entity })).toMatchObject({ rule: { id: u.rule }, status: { unsetCountsAs: u.countsAs } }),
  );
  it.each(guide.silent)('%s has no indirect-tax rule', (country) =>
    expect(ask({ country })).toMatchObject({ tax: null, invoiceTotal: null }),
  );
  it('says which statuses there are to choose of', () =>
    expect(ask({ country: 'ID', entity: 'SPARKOO_ID' }).status).toEqual({
      used: null,
      label: null,
      unsetCountsAs: null,
      choose: ['unregistered', 'vat_collector', 'registered_not_collector'],
    }));
  it('says the kind of the document and how its number begins', () => {
    const kinds = [
      ['ID', 'SPARKOO_ID', 'vat_collector', 'Tax Invoice', '030'],
      ['ID', 'SPARKOO_ID', 'registered_not_collector', 'Tax Invoice', '010'],
      ['SA', 'SPARKOO_ARABIA', 'registered', 'Tax Invoice', null],
      ['SA', 'SPARKOO_ARABIA', 'unregistered', 'Simplified Tax Invoice', null],
    ] as const;
    for (const [country, entity, status, kind, numberPrefix] of kinds)
      expect(ask({ country, entity, status }).document, `${country} ${status}`).toMatchObject({ kind, numberPrefix });
    expect(ask({ country: 'ZA', entity: 'HWS_HK', status: 'registered' }).document).toMatchObject({
      rule: 'ZA-02',
      showsCustomerTaxId: true,
    });
  });
  it('says who remits, the tax id of the customer, and the evidence that is due', () => {
    expect(ask({ country: 'ID', entity: 'SPARKOO_ID', status: 'vat_collector' })).toMatchObject({
      remits: { by: 'customer', to: 'Indonesian tax authority' },
      taxId: { name: 'NPWP', length: 15, rule: 'ID-02', status: 'vat_collector' },
      evidence: [
        { rule: 'ID-05', document: 'vat-payment-proof', days: 30, trigger: null },
        { rule: 'ID-07', document: 'wht-certificate', days: 60, trigger: 'wht-paid' },
      ],
    });
    expect(ask({ country: 'PK', region: 'PK-SD' }).evidence).toMatchObject([{ rule: 'PK-04', days: 60, trigger: 'wht-return-filed' }]);
    expect(ask({ country: 'MX', entity: 'HW_MX' }).taxId).toMatchObject({ name: 'RFC', status: 'registered' });
  });
});

describe('printed examples, to the cent', () => {
  const region: Record<string, string> = { PK: 'PK-SD' };
  it.each(guide.examples.map((e) => [e.rule, e] as const))('%s', (id, e) => {
    const rule = taxPack.rules.find((r) => r.id === id)!;
    const q = ask({
      country: rule.country,
      entity: rule.entity ?? 'SPARKOO_SG',
      status: rule.country === 'ID' ? 'registered_not_collector' : 'any',
      region: region[rule.country] ?? null,
      amount: e.fee,
      currency: e.currency,
      date: '2024-03-01',
      whtRate: e.whtRatePct,
    });
    expect(q).toMatchObject({
      tax: { code: e.indirectCode, ratePct: e.indirectRatePct, amount: e.indirect },
      wht: { ratePct: e.whtRatePct, amount: e.wht },
      invoiceTotal: e.invoiceTotal,
      netPayable: e.netPayable,
    });
  });
});

describe('rounding', () => {
  it('rounds each component by the policy of its currency and names it', () => {
    const at = { country: 'IN', entity: 'HW_IN', amount: '100.05' };
    const inState = ask({ ...at, currency: 'INR', region: 'IN-HR' });
    expect(inState.tax).toMatchObject({ amount: '18', components: [{ amount: '9' }, { amount: '9' }] });
    expect(inState.steps.filter((s) => s.policy === 'tax.half-up-2')).toHaveLength(2);
    expect(ask({ ...at, currency: 'INR', region: 'IN-KA' }).tax).toMatchObject({ amount: '18.01' });
    // 9 % of 100.05 is 9.0045: whole yen, and thousandths of a dinar.
    expect(ask({ ...at, currency: 'JPY', region: 'IN-HR' }).tax!.components.map((c) => c.amount)).toEqual(['9', '9']);
    const dinars = ask({ ...at, currency: 'BHD', region: 'IN-HR' });
    expect(dinars.tax!.components.map((c) => c.amount)).toEqual(['9.005', '9.005']);
    expect(dinars.steps.map((s) => s.policy)).toContain('tax.half-up-3');
  });
});
