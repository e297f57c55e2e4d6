import type { Severity } from '../finding.ts';
import { attributeOf, type XmlElement } from '../xml.ts';
import { valueAt } from './select.ts';

/** What may stand once in the model and more often in UBL. */
export interface AtMost {
  id: string;
  severity: Severity;
  /** Where: a way from the root, '' for the root itself, `//Name` for every element of the name. */
  place: string;
  /** What: a way from there. */
  what: string;
  most: number;
  /** Of those only the ones that fit. */
  where?: (element: XmlElement) => boolean;
  en: string;
  zh: string;
}

const once = (n: string, place: string, what: string, en: string, zh: string, more: Partial<AtMost> = {}): AtMost => ({
  id: `UBL-SR-${n}`,
  severity: 'fatal',
  place,
  what,
  most: 1,
  en,
  zh,
  ...more,
});

const SELLER = 'AccountingSupplierParty/Party';
const BUYER = 'AccountingCustomerParty/Party';
const withNumber = (vat: boolean) => (scheme: XmlElement) =>
  (valueAt(scheme, 'TaxScheme/ID').toUpperCase() === 'VAT') === vat && valueAt(scheme, 'CompanyID') !== '';
const sepa = (id: XmlElement): boolean => attributeOf(id, 'schemeID')?.toUpperCase() === 'SEPA';
const noSepa = (id: XmlElement): boolean => !sepa(id);

/** Binding of EN 16931 to UBL 2.1 (UBL-SR-*), as far as it says how often something may stand. */
export const AT_MOST: readonly AtMost[] = [
  once('01', '', 'ContractDocumentReference/ID', 'The contract', '合同编号'),
  once('02', '', 'ReceiptDocumentReference/ID', 'The receiving advice', '收货通知'),
  once('03', '', 'DespatchDocumentReference/ID', 'The despatch advice', '发货通知'),
  once('04', '', 'AdditionalDocumentReference', 'The invoiced object', '开票对象', {
    where: (e) => valueAt(e, 'DocumentTypeCode') === '130',
  }),
  once('05', '', 'PaymentTerms/Note', 'The text of the payment terms', '付款条件文字'),
  once('06', 'BillingReference', 'InvoiceDocumentReference', 'An earlier invoice in a reference', '一个引用中的在先发票'),
  once('08', '', 'InvoicePeriod', "The invoice's period", '开票期间'),
  once('09', SELLER, 'PartyLegalEntity/RegistrationName', "The seller's name", '销售方名称'),
  once('10', SELLER, 'PartyName/Name', "The seller's trading name", '销售方商号'),
  once('11', SELLER, 'PartyLegalEntity/CompanyID', "The seller's registration", '销售方登记号'),
  once('12', SELLER, 'PartyTaxScheme', "The seller's VAT identifier", '销售方增值税号', { where: withNumber(true) }),
  once('13', SELLER, 'PartyTaxScheme', "The seller's tax registration", '销售方税务登记号', { where: withNumber(false) }),
  once('14', SELLER, 'PartyLegalEntity/CompanyLegalForm', "The seller's legal form", '销售方法律信息'),
  once('15', BUYER, 'PartyLegalEntity/RegistrationName', "The buyer's name", '购买方名称'),
  once('16', BUYER, 'PartyIdentification/ID', "The buyer's identifier", '购买方标识'),
  once('17', BUYER, 'PartyLegalEntity/CompanyID', "The buyer's registration", '购买方登记号'),
  once('18', BUYER, 'PartyTaxScheme', "The buyer's VAT identifier", '购买方增值税号', { where: withNumber(true) }),
  once('19', 'PayeeParty', 'PartyName/Name', "The payee's name", '收款方名称'),
  once('20', 'PayeeParty', 'PartyIdentification/ID', "The payee's identifier", '收款方标识', { where: noSepa }),
  once('21', 'PayeeParty', 'PartyLegalEntity/CompanyID', "The payee's registration", '收款方登记号'),
  once('22', 'TaxRepresentativeParty', 'PartyName/Name', "The tax representative's name", '税务代理人名称'),
  once('23', 'TaxRepresentativeParty', 'PartyTaxScheme/CompanyID', "The tax representative's VAT identifier", '税务代理人增值税号'),
  once('24', '', 'Delivery', 'The delivery', '交付信息'),
  once('25', 'Delivery', 'DeliveryParty/PartyName/Name', 'The name of who receives the delivery', '收货方名称'),
  once('26', 'PaymentMeans', 'PaymentID', 'The text for the transfer', '转账附言'),
  once('27', 'PaymentMeans', 'PaymentMeansCode', 'The means of payment', '付款方式代码'),
  once('28', 'PaymentMeans', 'PaymentMandate/ID', 'The mandate', '授权编号'),
  once('29', '//Party', 'PartyIdentification/ID', "The creditor's identifier", '债权人标识', { where: sepa }),
  once('30', '//AllowanceCharge', 'AllowanceChargeReason', 'The reason of an allowance', '折让原因', { where: () => true }),
  once('32', 'TaxTotal/TaxSubtotal', 'TaxCategory/TaxExemptionReason', 'The reason of an exemption', '免税原因'),
  once('33', 'AdditionalDocumentReference', 'DocumentDescription', 'The description of a supporting document', '附件说明'),
  once('34', '//InvoiceLine', 'Note', 'The note of a line', '行备注'),
  once('34', '//CreditNoteLine', 'Note', 'The note of a line', '行备注'),
  once('35', '//InvoiceLine', 'OrderLineReference/LineID', 'The order line of a line', '订单行'),
  once('35', '//CreditNoteLine', 'OrderLineReference/LineID', 'The order line of a line', '订单行'),
  once('36', '//InvoiceLine', 'InvoicePeriod', "A line's period", '行期间'),
  once('36', '//CreditNoteLine', 'InvoicePeriod', "A line's period", '行期间'),
  once('37', '//Price', 'AllowanceCharge/Amount', "A price's discount", '单价折扣'),
  once('39', '', 'ProjectReference/ID', 'The project', '项目编号'),
  once('40', BUYER, 'PartyName/Name', "The buyer's trading name", '购买方商号'),
  once('42', SELLER, 'PartyTaxScheme', 'A tax scheme of the seller', '销售方税种', { most: 2 }),
  once('45', '', 'PaymentMeans/PaymentDueDate', 'The day on which payment is due', '付款到期日'),
  once('49', '', 'InvoicePeriod/DescriptionCode', 'The code of the tax point', '纳税义务日期代码'),
  once('50', '//Item', 'Description', "An item's description", '商品说明'),
  once('51', '//PostalAddress', 'AddressLine', "An address's third line", '地址第三行'),
  once('51', '//Address', 'AddressLine', "An address's third line", '地址第三行'),
  once('52', '//InvoiceLine', 'DocumentReference', "A line's reference to its object", '行对象引用'),
  once('52', '//CreditNoteLine', 'DocumentReference', "A line's reference to its object", '行对象引用'),
];
