import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addDays } from '../time/plain-date.ts';
import data from './pack.json' with { type: 'json' };
import { taxPack, type TaxRule } from './pack.ts';

const percent = z.string().regex(/^\d{1,3}(\.\d+)?$/);
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .nullable();
const status = z.enum([
  'any',
  'registered',
  'unregistered',
  'individual_unregistered',
  'enterprise_registered',
  'vat_collector',
  'registered_not_collector',
]);
const taxId: z.ZodType = z.lazy(() =>
  z.strictObject({
    name: z.string(),
    length: z.number().optional(),
    pattern: z.string().optional(),
    example: z.string().optional(),
    constraint: z.string().optional(),
    alternatives: z.array(taxId).optional(),
  }),
);
const rule = z.strictObject({
  id: z.string().regex(/^[A-Z]{2}-\d{2}$/),
  country: z.string(),
  kind: z.enum(['indirect', 'wht', 'evidence', 'identity']),
  entity: z.string().nullable(),
  status,
  alsoStatus: z.array(status).optional(),
  statusLabel: z.string().optional(),
  ifStatusUnset: status.optional(),
  region: z.union([z.strictObject({ is: z.string() }), z.strictObject({ not: z.string() })]).optional(),
  from: day,
  to: day,
  basis: z.enum(['usage', 'invoice']).optional(),
  zone: z.string().optional(),
  treatment: z.string(),
  tax: z
    .strictObject({
      code: z.string(),
      name: z.string(),
      nameZh: z.string(),
      ratePct: percent.nullable(),
      components: z.array(z.strictObject({ code: z.string(), ratePct: percent.nullable() })).min(1),
      chargedStatusRatePct: percent.optional(),
    })
    .optional(),
  remittedBy: z.enum(['seller', 'customer']).optional(),
  remittedTo: z.string().optional(),
  invoice: z
    .strictObject({ kind: z.string().optional(), numberPrefix: z.string().optional(), showsCustomerTaxId: z.boolean().optional() })
    .optional(),
  taxId: taxId.optional(),
  wht: z
    .strictObject({
      deducted: z.boolean().nullable().optional(),
      treaty: z.string().optional(),
      ratePct: percent.nullable(),
      rates: z.array(z.strictObject({ incomeType: z.string(), ratePct: percent })),
      residencyCertificateOffered: z.boolean().optional(),
    })
    .optional(),
  example: z.record(z.string(), z.string()).optional(),
  evidence: z
    .strictObject({
      days: z.number().nullable(),
      trigger: z.enum(['wht-paid', 'wht-return-filed']).nullable(),
      channels: z.array(z.string()),
      document: z.enum(['wht-certificate', 'vat-payment-proof']),
    })
    .optional(),
  certainty: z.enum(['explicit', 'inferred', 'conditional', 'absent']),
  source: z.string().regex(/^Huawei Cloud billing guide (8\.1|8\.2|10\.3)$/),
  notes: z.array(z.string()).optional(),
});
const pack = z.strictObject({
  id: z.string(),
  version: z.int().min(1),
  asOf: z.string(),
  title: z.string(),
  entities: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      nameZh: z.string(),
      residence: z.string(),
      alias: z.string().optional(),
      region: z.string().optional(),
      registrations: z.array(z.strictObject({ country: z.string(), scheme: z.string(), number: z.string().nullable() })),
    }),
  ),
  countries: z.array(
    z.strictObject({ iso: z.string(), nameEn: z.string(), nameZh: z.string(), currency: z.string(), regions: z.array(z.string()) }),
  ),
  certificateForm: z.strictObject({ source: z.string(), open: z.array(z.strictObject({ country: z.string(), entity: z.string() })) }),
  rules: z.array(rule),
});

describe('the rule pack', () => {
  it('has the shape that the code reads', () => {
    pack.parse(data);
  });

  it('holds 95 rules, 26 countries and 10 entities, each id once', () => {
    expect(taxPack.rules).toHaveLength(95);
    expect(new Set(taxPack.rules.map((r) => r.id)).size).toBe(95);
    expect(taxPack.countries).toHaveLength(26);
    expect(taxPack.entities).toHaveLength(10);
  });

  it('counts rules per country as the guide prints them', () => {
    const counts = Object.fromEntries(taxPack.countries.map((c) => [c.iso, taxPack.rules.filter((r) => r.country === c.iso).length]));
    expect(counts).toEqual({
      MY: 11,
      SG: 7,
      KR: 5,
      IN: 3,
      ZA: 2,
      MA: 2,
      AE: 4,
      BH: 2,
      MX: 2,
      CL: 2,
      BR: 3,
      EG: 2,
      KE: 5,
      KH: 1,
      VN: 2,
      JP: 3,
      TH: 5,
      NG: 1,
      TR: 6,
      SA: 6,
      PH: 3,
      ET: 2,
      MU: 2,
      PG: 2,
      PK: 5,
      ID: 7,
    });
  });

  it('names only countries and entities that it lists', () => {
    for (const r of taxPack.rules) {
      expect(taxPack.countries.map((c) => c.iso)).toContain(r.country);
      expect(r.id.slice(0, 2)).toBe(r.country);
      if (r.entity !== null) expect(taxPack.entities.map((e) => e.id)).toContain(r.entity);
    }
  });

  it('holds no address of anybody', () => expect(JSON.stringify(data)).not.toMatch(/[\w.]+@[\w.]+|Intermark|Suite/));

  it('has components that add up to the printed rate', () => {
    for (const r of taxPack.rules) {
      if (!r.tax || r.tax.ratePct === null) continue;
      const hundredths = (p: string | null): number => Math.round(Number(p) * 100);
      expect(
        r.tax.components.reduce((n, c) => n + hundredths(c.ratePct), 0),
        r.id,
      ).toBe(hundredths(r.tax.ratePct));
    }
  });

  it('has no two indirect-tax rules of one case at one time', () => {
    const key = (r: TaxRule): string => [r.country, r.entity, r.status, JSON.stringify(r.region ?? null)].join('|');
    const groups = Map.groupBy(
      taxPack.rules.filter((r) => r.kind === 'indirect'),
      key,
    );
    for (const rules of groups.values()) {
      const ordered = rules.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
      for (let i = 1; i < ordered.length; i++) expect(ordered[i]!.from, ordered[i]!.id).toBe(addDays(ordered[i - 1]!.to!, 1));
    }
  });
});
