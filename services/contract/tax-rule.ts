import { z } from 'zod';
import { INPUTS } from '../../domain/words/inputs.ts';
import { country, currency, customerStatus, entityId, plainDate } from './schema.ts';

/** Percent as text, 0 to 100: a rate never becomes a binary fraction. */
export const percent = z.string().regex(/^(?:100(?:\.0{1,6})?|[0-9]{1,2}(?:\.[0-9]{1,6})?)$/, INPUTS.percent.template);
const regionCode = z.string().regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, INPUTS.region.template);
export const ruleId = z.string().regex(/^[A-Z]{2}-(?:U[0-9]{2,6}|[0-9]{2,6})$/, INPUTS.taxRule.template);
const words = z.string().trim().min(1).max(300);
export const reason = z.string().trim().min(1).max(4000);

interface TaxIdShape {
  name: string;
  length?: number | undefined;
  pattern?: string | undefined;
  example?: string | undefined;
  constraint?: string | undefined;
  alternatives?: TaxIdShape[] | undefined;
}
export const taxIdFormat: z.ZodType<TaxIdShape> = z.strictObject({
  name: words,
  length: z.int().min(1).max(40).exactOptional(),
  pattern: z.string().max(200).exactOptional(),
  example: z.string().max(60).exactOptional(),
  constraint: words.exactOptional(),
  alternatives: z
    .array(z.lazy(() => taxIdFormat))
    .max(5)
    .exactOptional(),
});

/** Everything of a rule but its id, as domain/tax/pack.ts says it. Strict: a misspelt field is refused by name. */
const ruleShape = {
  country,
  kind: z.enum(['indirect', 'wht', 'evidence', 'identity']),
  entity: entityId.nullable(),
  status: customerStatus,
  alsoStatus: z.array(customerStatus).max(6).exactOptional(),
  statusLabel: words.exactOptional(),
  ifStatusUnset: customerStatus.exactOptional(),
  region: z.union([z.strictObject({ is: regionCode }), z.strictObject({ not: regionCode })]).exactOptional(),
  from: plainDate.nullable(),
  to: plainDate.nullable(),
  basis: z.enum(['usage', 'invoice']).exactOptional(),
  zone: z.string().max(60).exactOptional(),
  treatment: z.enum([
    'charged',
    'not_charged',
    'reverse_charge',
    'self_declared',
    'shown_self_accounted',
    'charged_customer_remits',
    'not_stated',
    'withheld_from_payment',
    'price_excludes_wht',
    'treaty_rate',
    'may_apply',
    'certificate_required',
    'certificate_delivery',
    'online_upload_available',
    'customer_must_record_tax_id',
    'status_selection_rule',
    'vat_payment_proof_required',
  ]),
  tax: z
    .strictObject({
      code: z.string().regex(/^[A-Z][A-Z0-9_+-]{0,39}$/),
      name: words,
      nameZh: words,
      ratePct: percent.nullable(),
      components: z
        .array(z.strictObject({ code: z.string().regex(/^[A-Z][A-Z0-9_+-]{0,39}$/), ratePct: percent.nullable() }))
        .min(1)
        .max(10),
      chargedStatusRatePct: percent.exactOptional(),
    })
    .exactOptional(),
  remittedBy: z.enum(['seller', 'customer']).exactOptional(),
  remittedTo: words.exactOptional(),
  invoice: z
    .strictObject({
      kind: words.exactOptional(),
      numberPrefix: z.string().max(20).exactOptional(),
      showsCustomerTaxId: z.boolean().exactOptional(),
    })
    .exactOptional(),
  taxId: taxIdFormat.exactOptional(),
  wht: z
    .strictObject({
      deducted: z.boolean().nullable().exactOptional(),
      treaty: z.string().max(60).exactOptional(),
      ratePct: percent.nullable(),
      rates: z.array(z.strictObject({ incomeType: words, ratePct: percent })).max(20),
      residencyCertificateOffered: z.boolean().exactOptional(),
    })
    .exactOptional(),
  example: z
    .strictObject({
      currency,
      fee: z.string(),
      whtRatePct: percent,
      indirectCode: z.string(),
      indirectRatePct: percent,
      wht: z.string(),
      indirect: z.string(),
      invoiceTotal: z.string(),
      netPayable: z.string(),
    })
    .exactOptional(),
  evidence: z
    .strictObject({
      days: z.int().min(0).max(3650).nullable(),
      trigger: z.enum(['wht-paid', 'wht-return-filed']).nullable(),
      channels: z.array(words).max(10),
      document: z.enum(['wht-certificate', 'vat-payment-proof']),
    })
    .exactOptional(),
  certainty: z.enum(['explicit', 'inferred', 'conditional', 'absent']),
  source: words,
  notes: z.array(z.string().max(1000)).max(20).exactOptional(),
};

const countryFacts = z.strictObject({ iso: country, nameEn: words, nameZh: words, currency, regions: z.array(regionCode).max(200) });
const entityFacts = z.strictObject({
  id: entityId,
  name: words,
  nameZh: words,
  residence: country,
  alias: words.exactOptional(),
  region: regionCode.exactOptional(),
  registrations: z.array(z.strictObject({ country, scheme: words, number: z.string().max(60).nullable() })).max(60),
});

/** A rule of a pack. Own rules that were written into an exported pack carry where they came from. */
export const taxRule = z.strictObject({
  id: ruleId,
  ...ruleShape,
  own: z.strictObject({ replaces: ruleId.nullable(), reason }).exactOptional(),
});
/** A rule that a user writes; its id is given by the book. */
export const ownBody = z.strictObject({
  ...ruleShape,
  certainty: ruleShape.certainty.default('explicit'),
  defines: z.strictObject({ country: countryFacts.exactOptional(), entity: entityFacts.exactOptional() }).exactOptional(),
});

/** A whole pack, as a file and in the book. */
export const taxPackSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{2,79}$/),
  version: z.int().min(1).max(1_000_000),
  layer: z
    .string()
    .regex(/^[0-9a-f]{12}$/)
    .exactOptional(),
  asOf: plainDate,
  title: words,
  entities: z.array(entityFacts).max(500),
  countries: z.array(countryFacts).max(260),
  certificateForm: z.strictObject({ source: words, open: z.array(z.strictObject({ country, entity: entityId })).max(200) }),
  rules: z.array(taxRule).max(20_000),
});

/** One own rule in a file of own rules. */
export const ownRuleInFile = z.strictObject({
  id: ruleId,
  act: z.enum(['add', 'override', 'off']),
  replaces: ruleId.nullable(),
  since: plainDate.nullable(),
  body: ownBody.nullable(),
  reason,
});
