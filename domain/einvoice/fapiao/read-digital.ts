import { isNegative } from '../../money/amount.ts';
import type { XmlElement } from '../xml.ts';
import type { Fapiao, FapiaoItem, FapiaoParty } from './fapiao.ts';
import { amountAt, at, readDate, textAt, type Unread } from './texts.ts';

/** Root of a fully digital e-fapiao; it has no namespace. */
export const isDigitalFapiao = (root: XmlElement): boolean => root.name === 'EInvoice' && at(root, 'EInvoiceData') !== undefined;

/**
 * A fully digital e-fapiao (数电发票, EInvoiceTag SWEI3xxx). Its number is the one that the tax bureau's part gives, else EIid; elements
 * that only look like a number (PlateNumber of a toll) are never taken for it.
 */
export function readDigitalFapiao(root: XmlElement): Fapiao {
  const unread: Unread = [];
  const [header, data, bureau] = [at(root, 'Header'), at(root, 'EInvoiceData'), at(root, 'TaxSupervisionInfo')];
  const basic = at(data, 'BasicInformation');
  const label = (name: string): string | null => textAt(header, 'InherentLabel', name, 'LabelCode');
  const gross = amountAt(unread, basic, 'TotalTax-includedAmount');
  const blue = label('InIssuType');
  const special = label('GeneralOrSpecialVAT');
  const red = at(at(data, 'SpecificInformation'), 'RedEInvoice') ?? at(at(data, 'SpecificInformation'), 'RedInvoice');
  const original = textAt(red, 'OriginalInvoiceNumber') ?? textAt(red, 'OriginalInvoiceCode') ?? textAt(red, 'OriginalEInvoiceNumber');
  const remark = textAt(data, 'AdditionalInformation', 'Remark');
  const isRed = blue === null ? gross !== null && isNegative(gross) : blue === 'N';
  return {
    form: 'digital',
    number: textAt(bureau, 'InvoiceNumber') ?? textAt(header, 'EIid'),
    code: null,
    red: isRed,
    special: special === null ? null : special === '01',
    date: readDate(unread, 'IssueTime', textAt(bureau, 'IssueTime') ?? textAt(basic, 'RequestTime')),
    seller: partyOf(at(data, 'SellerInformation'), 'Seller'),
    buyer: partyOf(at(data, 'BuyerInformation'), 'Buyer'),
    items: (data?.children ?? []).filter((child) => child.name === 'IssuItemInformation').map((item) => itemOf(item, unread)),
    net: amountAt(unread, basic, 'TotalAmWithoutTax'),
    tax: amountAt(unread, basic, 'TotalTaxAm'),
    gross,
    capitals: textAt(basic, 'TotalTax-includedAmountInChinese'),
    original: isRed ? namedOriginal(original, remark) : null,
    confirmation: textAt(red, 'CreditNoteNumber'),
    remark,
    drawer: textAt(basic, 'Drawer'),
    unread,
  };
}

/** A red invoice names the blue one in its own element, else in the remark that the tax bureau's form writes. */
export function namedOriginal(number: string | null, remark: string | null): Fapiao['original'] {
  if (number !== null) return { number, code: null };
  const digital = /被红冲蓝字(?:数电)?(?:发票|票)号码[：:]\s*([0-9]{8,20})/u.exec(remark ?? '');
  if (digital) return { number: digital[1]!, code: null };
  const coded = /对应正数发票代码[：:]\s*([0-9]{10,12})\s*号码[：:]\s*([0-9]{8})/u.exec(remark ?? '');
  return coded ? { number: coded[2]!, code: coded[1]! } : null;
}

const partyOf = (node: XmlElement | undefined, side: 'Seller' | 'Buyer'): FapiaoParty => ({
  name: textAt(node, `${side}Name`),
  taxId: textAt(node, `${side}IdNum`),
  address: textAt(node, `${side}Addr`),
  phone: textAt(node, `${side}TelNum`),
  bank: textAt(node, `${side}BankName`),
  account: textAt(node, `${side}BankAccNum`),
});

const itemOf = (node: XmlElement, unread: Unread): FapiaoItem => ({
  name: textAt(node, 'ItemName') ?? '',
  spec: textAt(node, 'SpecMod'),
  unit: textAt(node, 'MeaUnits'),
  quantity: textAt(node, 'Quantity'),
  price: textAt(node, 'UnPrice'),
  amount: amountAt(unread, node, 'Amount'),
  rate: textAt(node, 'TaxRate'),
  tax: amountAt(unread, node, 'ComTaxAm'),
});
