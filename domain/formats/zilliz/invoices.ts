import { vendorStatus } from '../../invoices/vendor-words.ts';
import type { JsonFormat, JsonRecord } from '../format.ts';
import { arrayAt, asObject, eachRecord, objectAt, own, scalars, type JsonObject } from '../json.ts';
import { zillizInvoice } from './invoice-facts.ts';

/** Answers of GET /v2/invoices ({code, data: {invoices[]}}) and GET /v2/invoices/{id} ({code, data: {id, …}}). */
function records(root: unknown): Iterable<JsonRecord> | null {
  const data = objectAt(asObject(root), 'data');
  const list = arrayAt(data, 'invoices');
  if (list) return eachRecord(list, cells);
  const isInvoice = data && ['id', 'periodStart', 'usageAmount'].every((key) => own(data, key) !== undefined);
  return isInvoice ? eachRecord([data], cells) : null;
}

const cells = (invoice: JsonObject): Record<string, string | null> => ({ ...scalars(invoice), productType: 'Zilliz Cloud' });

/** Monthly invoices of Zilliz Cloud. Amounts are integers in the currency's smallest unit; months are UTC. */
export const zillizInvoices: JsonFormat = {
  id: 'zilliz.invoices',
  vendor: 'zilliz',
  title: 'Zilliz Cloud invoices (API JSON)',
  titleZh: 'Zilliz Cloud 账单（API JSON）',
  kind: 'invoices',
  shape: 'json',
  records,
  check: (record) => {
    const invoice = zillizInvoice(record);
    return invoice.ok ? vendorStatus(invoice.value.status) : invoice;
  },
  columns: [
    { field: 'sourceKey', required: true, headers: ['id'] },
    { field: 'orderId', headers: ['id'] },
    { field: 'period', type: 'period', required: true, headers: ['periodStart'] },
    { field: 'date', type: 'date', headers: ['invoiceDate'] },
    // The page for mainland China prints RMB, which is no ISO code.
    { field: 'currency', headers: ['currency'], codes: { RMB: 'CNY', CNY: 'CNY', USD: 'USD' } },
    { field: 'account', headers: ['orgId'] },
    { field: 'productType', headers: ['productType'] },
    { field: 'payable', type: 'amount', scale: 2, required: true, headers: ['usageAmount'] },
    { field: 'coupon', type: 'amount', scale: 2, headers: ['creditsApplied'] },
    { field: 'monthlySettled', type: 'amount', scale: 2, headers: ['subtotal'] },
    { field: 'tax', type: 'amount', scale: 2, headers: ['tax'] },
  ],
  identities: [
    {
      id: 'zilliz.subtotal',
      title: 'Usage = credits applied + subtotal',
      titleZh: '用量总金额 = 优惠券 + 小计',
      left: 'payable',
      right: ['coupon', 'monthlySettled'],
      source: 'Zilliz Cloud documentation: understand your invoice; invoice API v2 (subtotal = usageAmount − creditsApplied)',
    },
  ],
  marks: ['usageAmount'],
  currency: () => null,
  utcOffset: 0,
  view: 'invoice',
};
