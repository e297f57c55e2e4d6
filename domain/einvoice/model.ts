import type { AllowanceCharge, Line, NamedTax, Period } from './model-lines.ts';
import type { EAddress, EParty, Payee, TaxRepresentative } from './model-parties.ts';
import type { DateText, DecimalText, Identifier } from './model-terms.ts';

/**
 * An electronic invoice in the terms of the semantic model of EN 16931-1: every field names its business term (BT) or group
 * (BG). It is what the document says, right or wrong: a term that does not stand in it is absent, never empty, and whether it
 * had to be there is asked by the rules. JSON-safe.
 */
export interface EInvoice {
  /** Whether it asks for money or gives it back: UBL Invoice or CreditNote; in CII told by the type code. */
  kind: 'invoice' | 'credit-note';
  /** BT-1 */
  number?: string;
  /** BT-2 */
  issued?: DateText;
  /** BT-3, UNCL 1001: 380 commercial invoice, 381 credit note … */
  typeCode?: string;
  /** BT-5, ISO 4217: the currency of every amount but BT-111. */
  currency?: string;
  /** BT-6, the currency of BT-111. */
  taxCurrency?: string;
  /** BT-7 */
  taxPoint?: DateText;
  /** BT-8, UNCL 2005: 3, 35 or 432. */
  taxPointCode?: string;
  /** BT-9 */
  due?: DateText;
  /** BT-10 */
  buyerReference?: string;
  /** BT-11 */
  project?: string;
  /** BT-12 */
  contract?: string;
  /** BT-13 */
  purchaseOrder?: string;
  /** BT-14 */
  salesOrder?: string;
  /** BT-15 */
  receivingAdvice?: string;
  /** BT-16 */
  despatchAdvice?: string;
  /** BT-17 */
  tender?: string;
  /** BT-18 */
  invoicedObject?: Identifier;
  /** BT-19 */
  accountingReference?: string;
  /** BT-20 */
  paymentTerms?: string;
  /** BG-1 */
  notes?: Note[];
  /** BT-23 */
  process?: string;
  /** BT-24, the specification that the document keeps to. */
  specification?: string;
  /** BG-3 */
  preceding?: Preceding[];
  /** BG-4 */
  seller?: EParty;
  /** BG-7 */
  buyer?: EParty;
  /** BG-10 */
  payee?: Payee;
  /** BG-11 */
  representative?: TaxRepresentative;
  /** BG-13 */
  delivery?: Delivery;
  /** BG-14 */
  period?: Period;
  /** BG-16; a syntax repeats it for each account to pay to. */
  payments?: PaymentInstructions[];
  /** BT-90, the creditor of a direct debit. */
  creditor?: string;
  /** BG-20 */
  allowances?: AllowanceCharge[];
  /** BG-21 */
  charges?: AllowanceCharge[];
  /** BG-22 */
  totals?: Totals;
  /** BG-23, one for each category and rate. */
  taxes?: TaxSubtotal[];
  /** BG-24 */
  attachments?: SupportingDocument[];
  /** BG-25 */
  lines?: Line[];
}

/** BG-1 */
export interface Note {
  /** BT-21, UNCL 4451 */
  subject?: string;
  /** BT-22 */
  text?: string;
}

/** BG-3 */
export interface Preceding {
  /** BT-25 */
  number?: string;
  /** BT-26 */
  issued?: DateText;
}

/** BG-13 */
export interface Delivery {
  /** BT-70 */
  name?: string;
  /** BT-71 */
  location?: Identifier;
  /** BT-72 */
  date?: DateText;
  /** BG-15: BT-75 to BT-80 */
  address?: EAddress;
}

/** BG-16 */
export interface PaymentInstructions {
  /** BT-81, UNCL 4461: 30 credit transfer, 48 card, 58 SEPA transfer, 59 SEPA direct debit … */
  code?: string;
  /** BT-82 */
  text?: string;
  /** BT-83 */
  remittance?: string;
  /** BG-17 */
  account?: PaymentAccount;
  /** BG-18 */
  card?: {
    /** BT-87, the first six and last four digits at most */
    number?: string;
    /** BT-88 */
    holder?: string;
  };
  /** BG-19 */
  debit?: {
    /** BT-89 */
    mandate?: string;
    /** BT-91 */
    account?: string;
  };
}

/** BG-17 */
export interface PaymentAccount {
  /** BT-84, IBAN or a national number */
  id?: string;
  /** BT-85 */
  name?: string;
  /** BT-86, BIC or a national code */
  provider?: string;
}

/** BG-22 */
export interface Totals {
  /** BT-106, sum of the lines' net amounts */
  lines?: DecimalText;
  /** BT-107 */
  allowances?: DecimalText;
  /** BT-108 */
  charges?: DecimalText;
  /** BT-109, without VAT */
  net?: DecimalText;
  /** BT-110, VAT in the document's currency */
  tax?: DecimalText;
  /** BT-111, VAT in the tax currency (BT-6) */
  taxInTaxCurrency?: DecimalText;
  /** BT-112, with VAT */
  gross?: DecimalText;
  /** BT-113 */
  prepaid?: DecimalText;
  /** BT-114 */
  rounding?: DecimalText;
  /** BT-115 */
  payable?: DecimalText;
}

/** BG-23; BT-118 category, BT-119 rate. */
export interface TaxSubtotal extends NamedTax {
  /** BT-116 */
  base?: DecimalText;
  /** BT-117 */
  amount?: DecimalText;
  /** BT-120 */
  reason?: string;
  /** BT-121, VATEX */
  reasonCode?: string;
}

/** BG-24 */
export interface SupportingDocument {
  /** BT-122 */
  id?: string;
  /** BT-123 */
  description?: string;
  /** BT-124 */
  uri?: string;
  /** BT-125, base64 as written */
  content?: { base64: string; mime?: string; file?: string };
}
