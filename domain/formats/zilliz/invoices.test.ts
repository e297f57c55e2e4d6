import { parse } from 'lossless-json';
import { describe, expect, it } from 'vitest';
import { brokenIdentities, readBack } from '../../../test/samples/read-back.ts';
import { zillizInvoices } from './invoices.ts';

// Values of the example in Zilliz Cloud's invoice documentation; identifiers are our own.
const invoice = (
  currency: string,
): string => `{"id":"inv-1","orgId":"org-1","periodStart":"2024-01-01T00:00:00Z","periodEnd":"2024-02-01T00:00:00Z",
  "invoiceDate":"2024-02-01T00:00:00Z","dueDate":"2024-02-01T00:00:00Z","currency":"${currency}","status":"unpaid","usageAmount":52400,"creditsApplied":12400,
  "alreadyBilledAmount":0,"subtotal":40000,"tax":5000,"total":45000,"advancePayAmount":0,"amountDue":45000}`;
const expected = {
  sourceKey: 'inv-1',
  orderId: 'inv-1',
  period: '2024-01-01T00:00:00Z',
  productType: 'Zilliz Cloud',
  payable: '524',
  coupon: '124',
  monthlySettled: '400',
  tax: '50',
};

describe('Zilliz Cloud invoices', () => {
  it('reads the list; cents become units and RMB becomes CNY', () => {
    const lines = readBack(zillizInvoices, `{"code":0,"data":{"count":1,"currentPage":1,"pageSize":10,"invoices":[${invoice('RMB')}]}}`);
    expect(lines).toEqual([expect.objectContaining({ ...expected, currency: 'CNY' })]);
    expect(brokenIdentities(zillizInvoices, lines)).toEqual([]);
  });

  it('reads a single invoice', () => {
    expect(readBack(zillizInvoices, `{"code":0,"data":${invoice('USD')}}`)).toEqual([
      expect.objectContaining({ ...expected, currency: 'USD' }),
    ]);
  });

  it('notices a subtotal that does not follow', () => {
    const lines = readBack(zillizInvoices, `{"code":0,"data":${invoice('USD').replace('"subtotal":40000', '"subtotal":40001')}}`);
    expect(brokenIdentities(zillizInvoices, lines)).toEqual(['zilliz.subtotal@1']);
  });

  it('leaves error answers and usage alone', () => {
    for (const text of ['{"code":21119,"message":"no"}', '{"code":0,"data":{"results":[]}}', '{"code":0,"data":{"id":"x"}}'])
      expect(zillizInvoices.records(parse(text))).toBeNull();
  });
});
