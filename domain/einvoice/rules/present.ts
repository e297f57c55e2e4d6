import type { Bilingual } from '../../words/said.ts';
import type { Rule } from '../finding.ts';
import type { EInvoice } from '../model.ts';
import { allowances, charges, each, inLines, lineAllowances, lineCharges, lines, one, vatCategory, type Spot } from './spots.ts';

const named = (en: string, zh: string): Bilingual => ({ en, zh });

/** Who must have it. */
const OWNER = {
  document: named('An invoice', '发票'),
  sellerAddress: named("The seller's address", '销售方地址'),
  buyerAddress: named("The buyer's address", '购买方地址'),
  payee: named('A payee other than the seller', '与销售方不同的收款方'),
  representative: named("The seller's tax representative", '销售方的税务代理人'),
  representativeAddress: named("The tax representative's address", '税务代理人地址'),
  delivery: named('An address of delivery', '交付地址'),
  line: named('Each invoice line', '每个发票行'),
  allowance: named('Each allowance of the document', '每项整单折让'),
  charge: named('Each charge of the document', '每项整单附加费'),
  lineAllowance: named('Each allowance of a line', '每项行折让'),
  lineCharge: named('Each charge of a line', '每项行附加费'),
  tax: named('Each VAT breakdown', '每项税额明细'),
  payment: named('Payment instructions', '付款说明'),
  account: named('A credit transfer', '转账付款'),
  attachment: named('Each supporting document', '每份附件'),
  attribute: named('Each item attribute', '每个商品属性'),
  preceding: named('Each reference to an earlier invoice', '每个在先发票引用'),
  address: named('An electronic address', '电子地址'),
  standardId: named('An item’s standard identifier', '商品标准标识'),
  itemClass: named('An item’s class', '商品分类'),
} as const;

/** A rule that asks for a term: broken at each spot where it is missing. */
function need<T>(
  id: string,
  term: string,
  owner: Bilingual,
  thing: Bilingual,
  spots: (i: EInvoice) => Spot<T>[],
  has: (part: T) => boolean,
): Rule {
  return {
    id,
    severity: 'fatal',
    terms: term.split(' '),
    says: named(
      `${owner.en} must have ${thing.en} (${term.replaceAll(' ', ', ')}).`,
      `${owner.zh}必须有${thing.zh}（${term.replaceAll(' ', '、')}）。`,
    ),
    *check({ invoice }) {
      for (const { path, value } of spots(invoice)) if (!has(value)) yield { path };
    },
  };
}

const document = (i: EInvoice): Spot<EInvoice>[] => [{ path: '', value: i }];
const there = (value: unknown): boolean => value !== undefined;
const reasoned = (a: { reason?: string; reasonCode?: string }): boolean => there(a.reason) || there(a.reasonCode);

const reason = named('a reason or the code of one', '原因或原因代码');
const amount = named('an amount', '金额');
const country = named('a country', '国家');
const category = named('a VAT category', '增值税类别');
const scheme = named('the scheme that it is of', '其标识体系');

/** Terms that must be there (EN 16931-1, BR-01 to BR-65 as far as they ask for a term). */
export const PRESENT: readonly Rule[] = [
  need('BR-01', 'BT-24', OWNER.document, named('the specification that it keeps to', '所遵循规范的标识'), document, (i) =>
    there(i.specification),
  ),
  need('BR-02', 'BT-1', OWNER.document, named('a number', '号码'), document, (i) => there(i.number)),
  need('BR-03', 'BT-2', OWNER.document, named('a day of issue', '开票日期'), document, (i) => there(i.issued)),
  need('BR-04', 'BT-3', OWNER.document, named('a type', '类型代码'), document, (i) => there(i.typeCode)),
  need('BR-05', 'BT-5', OWNER.document, named('a currency', '币种'), document, (i) => there(i.currency)),
  need('BR-06', 'BT-27', OWNER.document, named("the seller's name", '销售方名称'), document, (i) => there(i.seller?.name)),
  need('BR-07', 'BT-44', OWNER.document, named("the buyer's name", '购买方名称'), document, (i) => there(i.buyer?.name)),
  need('BR-08', 'BG-5', OWNER.document, named("the seller's address", '销售方地址'), document, (i) => there(i.seller?.address)),
  need(
    'BR-09',
    'BT-40',
    OWNER.sellerAddress,
    country,
    (i) => one('seller.address', i.seller?.address),
    (a) => there(a.country),
  ),
  need('BR-10', 'BG-8', OWNER.document, named("the buyer's address", '购买方地址'), document, (i) => there(i.buyer?.address)),
  need(
    'BR-11',
    'BT-55',
    OWNER.buyerAddress,
    country,
    (i) => one('buyer.address', i.buyer?.address),
    (a) => there(a.country),
  ),
  need('BR-12', 'BT-106', OWNER.document, named("the sum of its lines' net amounts", '各行净额合计'), document, (i) =>
    there(i.totals?.lines),
  ),
  need('BR-13', 'BT-109', OWNER.document, named('a total without VAT', '不含税合计'), document, (i) => there(i.totals?.net)),
  need('BR-14', 'BT-112', OWNER.document, named('a total with VAT', '含税合计'), document, (i) => there(i.totals?.gross)),
  need('BR-15', 'BT-115', OWNER.document, named('an amount due', '应付金额'), document, (i) => there(i.totals?.payable)),
  need('BR-16', 'BG-25', OWNER.document, named('at least one line', '至少一行'), document, (i) => (i.lines?.length ?? 0) > 0),
  need(
    'BR-17',
    'BT-59',
    OWNER.payee,
    named("a name, and not the seller's name or identifier", '名称，且其名称与标识不得与销售方相同'),
    (i) => one('payee', i.payee && { payee: i.payee, seller: i.seller }),
    ({ payee, seller }) =>
      there(payee.name) &&
      payee.name !== seller?.tradingName &&
      !(payee.id?.id !== undefined && seller?.ids?.some((own) => own.id === payee.id?.id)),
  ),
  need(
    'BR-18',
    'BT-62',
    OWNER.representative,
    named('a name', '名称'),
    (i) => one('representative', i.representative),
    (r) => there(r.name),
  ),
  need(
    'BR-19',
    'BG-12',
    OWNER.representative,
    named('an address', '地址'),
    (i) => one('representative', i.representative),
    (r) => there(r.address),
  ),
  need(
    'BR-20',
    'BT-69',
    OWNER.representativeAddress,
    country,
    (i) => one('representative.address', i.representative?.address),
    (a) => there(a.country),
  ),
  need('BR-21', 'BT-126', OWNER.line, named('an identifier', '行号'), lines, (l) => there(l.id)),
  need('BR-22', 'BT-129', OWNER.line, named('a quantity', '数量'), lines, (l) => there(l.quantity)),
  need('BR-23', 'BT-130', OWNER.line, named('a unit of measure', '计量单位代码'), lines, (l) => there(l.unit)),
  need('BR-24', 'BT-131', OWNER.line, named('a net amount', '净额'), lines, (l) => there(l.net)),
  need('BR-25', 'BT-153', OWNER.line, named("the item's name", '商品或服务名称'), lines, (l) => there(l.item?.name)),
  need('BR-26', 'BT-146', OWNER.line, named("the item's net price", '净单价'), lines, (l) => there(l.price?.net)),
  need('BR-31', 'BT-92', OWNER.allowance, amount, allowances, (a) => there(a.amount)),
  need('BR-32', 'BT-95', OWNER.allowance, category, allowances, (a) => there(vatCategory(a.tax))),
  need('BR-33', 'BT-97 BT-98', OWNER.allowance, reason, allowances, reasoned),
  need('BR-36', 'BT-99', OWNER.charge, amount, charges, (a) => there(a.amount)),
  need('BR-37', 'BT-102', OWNER.charge, category, charges, (a) => there(vatCategory(a.tax))),
  need('BR-38', 'BT-104 BT-105', OWNER.charge, reason, charges, reasoned),
  need('BR-41', 'BT-136', OWNER.lineAllowance, amount, lineAllowances, (a) => there(a.amount)),
  need('BR-42', 'BT-139 BT-140', OWNER.lineAllowance, reason, lineAllowances, reasoned),
  need('BR-43', 'BT-141', OWNER.lineCharge, amount, lineCharges, (a) => there(a.amount)),
  need('BR-44', 'BT-144 BT-145', OWNER.lineCharge, reason, lineCharges, reasoned),
  need(
    'BR-45',
    'BT-116',
    OWNER.tax,
    named('a taxable amount', '计税金额'),
    (i) => each('taxes', i.taxes),
    (t) => there(t.base),
  ),
  need(
    'BR-46',
    'BT-117',
    OWNER.tax,
    named('an amount of tax', '税额'),
    (i) => each('taxes', i.taxes),
    (t) => there(t.amount),
  ),
  need(
    'BR-47',
    'BT-118',
    OWNER.tax,
    category,
    (i) => each('taxes', i.taxes),
    (t) => there(vatCategory(t)),
  ),
  need(
    'BR-48',
    'BT-119',
    OWNER.tax,
    named('a rate, unless nothing of it is subject to VAT', '税率（不征税的除外）'),
    (i) => each('taxes', i.taxes),
    (t) => (there(t.rate) && t.scheme === undefined) || vatCategory(t) === 'O',
  ),
  need(
    'BR-49',
    'BT-81',
    OWNER.payment,
    named('the means of payment', '付款方式代码'),
    (i) => each('payments', i.payments),
    (p) => there(p.code),
  ),
  need(
    'BR-50',
    'BT-84',
    OWNER.account,
    named('the account to pay to', '收款账号'),
    (i) => each('payments', i.payments).filter(({ value }) => isTransfer(value.code) && value.account !== undefined),
    (p) => there(p.account?.id),
  ),
  need(
    'BR-52',
    'BT-122',
    OWNER.attachment,
    named('a reference', '编号'),
    (i) => each('attachments', i.attachments),
    (d) => there(d.id),
  ),
  need(
    'BR-54',
    'BT-160 BT-161',
    OWNER.attribute,
    named('a name and a value', '名称和值'),
    (i) => inLines(i, (line, path) => each(`${path}.item.attributes`, line.item?.attributes)),
    (a) => there(a.name) && there(a.value),
  ),
  need(
    'BR-55',
    'BT-25',
    OWNER.preceding,
    named('its number', '其号码'),
    (i) => each('preceding', i.preceding),
    (p) => there(p.number),
  ),
  need(
    'BR-56',
    'BT-63',
    OWNER.representative,
    named('a VAT identifier', '增值税号'),
    (i) => one('representative', i.representative),
    (r) => there(r.vatId),
  ),
  need(
    'BR-57',
    'BT-80',
    OWNER.delivery,
    country,
    (i) => one('delivery.address', i.delivery?.address),
    (a) => there(a.country),
  ),
  need(
    'BR-61',
    'BT-84',
    OWNER.account,
    named('the account to pay to', '收款账号'),
    (i) => each('payments', i.payments).filter(({ value }) => isTransfer(value.code)),
    (p) => there(p.account?.id),
  ),
  need(
    'BR-62',
    'BT-34',
    OWNER.address,
    scheme,
    (i) => one('seller.endpoint', i.seller?.endpoint),
    (e) => there(e.scheme),
  ),
  need(
    'BR-63',
    'BT-49',
    OWNER.address,
    scheme,
    (i) => one('buyer.endpoint', i.buyer?.endpoint),
    (e) => there(e.scheme),
  ),
  need(
    'BR-64',
    'BT-157',
    OWNER.standardId,
    scheme,
    (i) => inLines(i, (line, path) => one(`${path}.item.standardId`, line.item?.standardId)),
    (s) => there(s.scheme),
  ),
  need(
    'BR-65',
    'BT-158',
    OWNER.itemClass,
    named('the list that it is of', '其分类表'),
    (i) => inLines(i, (line, path) => each(`${path}.item.classes`, line.item?.classes)),
    (c) => there(c.list),
  ),
  need('BR-CO-04', 'BT-151', OWNER.line, category, lines, (l) => there(vatCategory(l.tax))),
  need(
    'BR-CO-18',
    'BG-23',
    OWNER.document,
    named('at least one VAT breakdown', '至少一项税额明细'),
    document,
    (i) => (i.taxes?.length ?? 0) > 0,
  ),
  need('BR-CO-21', 'BT-97 BT-98', OWNER.allowance, reason, allowances, reasoned),
  need('BR-CO-22', 'BT-104 BT-105', OWNER.charge, reason, charges, reasoned),
  need('BR-CO-23', 'BT-139 BT-140', OWNER.lineAllowance, reason, lineAllowances, reasoned),
  need('BR-CO-24', 'BT-144 BT-145', OWNER.lineCharge, reason, lineCharges, reasoned),
  need(
    'BR-CO-26',
    'BT-29 BT-30 BT-31',
    named('The seller', '销售方'),
    named('an identifier, a registration number or a VAT identifier', '标识、登记号或增值税号之一'),
    (i) => one('seller', i.seller),
    (s) => there(s.vatId) || there(s.registration?.id) || (s.ids?.some((own) => there(own.id)) ?? false),
  ),
];

/** 30 credit transfer, 58 SEPA credit transfer. */
function isTransfer(code: string | undefined): boolean {
  return code === '30' || code === '58';
}
