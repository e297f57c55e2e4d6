import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack, ublOf } from '../../../test/support/einvoice.ts';
import { validInvoice } from '../../../test/support/einvoice-models.ts';
import { checkInvoice, checkRead } from '../rules/check.ts';
import { writeUbl } from './write.ts';

describe('what is written as UBL', () => {
  it('is valid and is read as it was, whatever terms it has', () => {
    fc.assert(
      fc.property(validInvoice, (invoice) => {
        expect(checkInvoice(invoice)).toEqual([]);
        const read = ublOf(writeUbl(invoice));
        expect(read.invoice).toEqual(invoice);
        // Nor is anything left unread, or written that the syntax does not allow.
        expect(checkRead(read)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('is broken by any cent, by rule and place', () => {
    fc.assert(
      fc.property(
        validInvoice,
        fc.constantFrom('lines', 'net', 'gross', 'payable', 'tax'),
        fc.integer({ min: 1, max: 500 }),
        (invoice, total, off) => {
          const [whole = '0', part = '00'] = invoice.totals![total as 'net']!.split('.');
          const value = BigInt(whole + part) + BigInt(off);
          const digits = (value < 0n ? -value : value).toString().padStart(3, '0');
          const totals = { ...invoice.totals, [total]: `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}` };
          const rules = new Set(checkInvoice({ ...invoice, totals }).map((f) => f.rule));
          const own = { lines: 'BR-CO-10', net: 'BR-CO-13', gross: 'BR-CO-15', payable: 'BR-CO-16', tax: 'BR-CO-14' }[total as 'net'];
          expect(rules).toContain(own);
        },
      ),
      { numRuns: 50 },
    );
  });

  it.each(Object.entries({ ...pack('examples-ubl'), ...pack('mutations') }))('keeps the model of %s', (_file, text) => {
    const { invoice } = ublOf(text);
    const again = ublOf(writeUbl(invoice));
    expect(again.invoice).toEqual(invoice);
    expect(writeUbl(again.invoice)).toBe(writeUbl(invoice));
  });

  it('holds no empty element and nothing that XML cannot hold', () => {
    const text = writeUbl({ kind: 'invoice', number: 'a\u0000b\uD800', notes: [{ text: '<&>"\r' }], seller: { address: {} } });
    expect(text).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        '<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">\n' +
        '  <cbc:ID>a\uFFFDb\uFFFD</cbc:ID>\n' +
        '  <cbc:Note>&lt;&amp;&gt;"&#13;</cbc:Note>\n' +
        '</Invoice>\n',
    );
  });
});
