import { isNegative, isZero, negate, subtract } from '../../money/amount.ts';
import { attributeOf, trimXml, type XmlElement } from '../xml.ts';
import type { Fapiao, FapiaoItem, FapiaoParty } from './fapiao.ts';
import { namedOriginal } from './read-digital.ts';
import { amountAt, at, readAmount, readDate, textAt, type Unread } from './texts.ts';

/** Root of `original_invoice.xml` in the older OFD invoices; its namespace is http://www.edrm.org.cn/schema/e-invoice/2019. */
export const isCodedFapiao = (root: XmlElement): boolean => root.name === 'eInvoice' && at(root, 'InvoiceNo') !== undefined;

const NOBODY: FapiaoParty = { name: null, taxId: null, address: null, phone: null, bank: null, account: null };

/** An older electronic invoice (发票代码 and 发票号码), from the original_invoice.xml of its OFD file. */
export function readCodedFapiao(root: XmlElement): Fapiao {
  const unread: Unread = [];
  const gross = amountAt(unread, root, 'TaxInclusiveTotalAmount');
  const remark = textAt(root, 'Note');
  const red = gross !== null && isNegative(gross);
  return {
    form: 'coded',
    number: textAt(root, 'InvoiceNo'),
    code: textAt(root, 'InvoiceCode'),
    red,
    special: null,
    date: readDate(unread, 'IssueDate', textAt(root, 'IssueDate')),
    seller: partyOf(at(root, 'Seller'), 'Seller'),
    buyer: partyOf(at(root, 'Buyer'), 'Buyer'),
    items: (at(root, 'GoodsInfos')?.children ?? []).filter((child) => child.name === 'GoodsInfo').map((item) => itemOf(item, unread)),
    net: amountAt(unread, root, 'TaxExclusiveTotalAmount'),
    tax: amountAt(unread, root, 'TaxTotalAmount'),
    gross,
    capitals: null,
    original: red ? namedOriginal(null, remark) : null,
    confirmation: null,
    remark,
    drawer: textAt(root, 'InvoiceClerk'),
    unread,
  };
}

/** Address and telephone, bank and account stand in one text each. */
const partyOf = (node: XmlElement | undefined, side: 'Seller' | 'Buyer'): FapiaoParty => ({
  ...NOBODY,
  name: textAt(node, `${side}Name`),
  taxId: textAt(node, `${side}TaxID`),
  address: textAt(node, `${side}AddrTel`),
  bank: textAt(node, `${side}FinancialAccount`),
});

const itemOf = (node: XmlElement, unread: Unread): FapiaoItem => ({
  name: textAt(node, 'Item') ?? '',
  spec: textAt(node, 'Specification'),
  unit: textAt(node, 'MeasurementDimension'),
  quantity: textAt(node, 'Quantity'),
  price: textAt(node, 'Price'),
  amount: amountAt(unread, node, 'Amount'),
  rate: textAt(node, 'TaxScheme'),
  tax: amountAt(unread, node, 'TaxAmount'),
});

/**
 * The figures that an OFD file carries as CustomData in OFD.xml (newer files have nothing else to read), or null where it carries no
 * invoice number. Lines are not among them; tax is the difference where it is not given.
 */
export function readCustomData(root: XmlElement): Fapiao | null {
  const data = new Map<string, string>();
  const collect = (node: XmlElement): void => {
    if (node.name === 'CustomData') data.set(attributeOf(node, 'Name') ?? '', trimXml(node.text));
    for (const child of node.children) collect(child);
  };
  collect(root);
  const unread: Unread = [];
  const text = (...names: string[]): string | null => names.map((n) => data.get(n)).find((t) => t !== undefined && t !== '') ?? null;
  const money = (...names: string[]) => {
    const found = text(...names);
    return found === null ? null : readAmount(unread, names[0] ?? '', found);
  };
  const number = text('发票号码');
  if (number === null) return null;
  const [net, gross] = [money('合计金额'), money('价税合计')];
  const tax = money('合计税额') ?? (net !== null && gross !== null ? subtract(gross, net) : null);
  const code = text('发票代码');
  const red = gross !== null && isNegative(gross);
  return {
    form: code === null ? 'digital' : 'coded',
    number,
    code,
    red,
    special: null,
    date: readDate(unread, '开票日期', text('开票日期')),
    seller: { ...NOBODY, name: text('销售方名称'), taxId: text('销售方纳税人识别号') },
    buyer: { ...NOBODY, name: text('购买方名称'), taxId: text('购买方纳税人识别号') },
    items: [],
    net,
    tax: tax !== null && isZero(tax) && net === null ? null : tax,
    gross: gross ?? (net !== null && tax !== null ? subtract(net, negate(tax)) : null),
    capitals: null,
    original: null,
    confirmation: null,
    remark: text('备注'),
    drawer: text('开票人'),
    unread,
  };
}
