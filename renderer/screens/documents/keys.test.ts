import { describe, expect, it } from 'vitest';
import { bytesText, invoiceKey, parseInvoiceKey, today } from './keys.ts';

describe('invoice keys', () => {
  it('come back as they went, colons in the number included', () => {
    expect(parseInvoiceKey(invoiceKey({ vendor: 'zilliz', number: 'INV:2023:7' }))).toEqual({ vendor: 'zilliz', number: 'INV:2023:7' });
  });
  it('may leave the vendor open', () => expect(parseInvoiceKey(':HW-1')).toEqual({ vendor: null, number: 'HW-1' }));
  it.each([null, '', 'HW-1', 'huawei:'])('are refused: %s', (key) => expect(parseInvoiceKey(key)).toBeNull());
});

describe('words of figures', () => {
  it('writes sizes', () => expect([812, 34_816, 10_485_760, 10_276_045].map(bytesText)).toEqual(['812 B', '34 KB', '10 MB', '9.8 MB']));
  it('writes the local day', () => expect(today(new Date(2024, 1, 9, 23, 59))).toBe('2024-02-09'));
});
