import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fixture } from '../../../../test/support/einvoice-files.ts';
import { membersOf } from '../container/members.ts';
import { refuseEInvoice } from './hint.ts';

describe('an electronic invoice that is given as a bill', () => {
  const CODE = expect.objectContaining({ error: expect.objectContaining({ code: 'import.einvoice' }) });

  it.each([
    ['UBL', '<?xml version="1.0"?><Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">'],
    ['CII with a comment before it', '<!-- a -->\n<rsm:CrossIndustryInvoice xmlns:rsm="x">'],
    ['an e-fapiao with a byte-order mark', '\ufeff<?xml version="1.0"?><EInvoice><Header>'],
  ])('%s is told where it belongs', (_, text) => {
    expect(() => refuseEInvoice(Buffer.from(text), 'a.xml')).toThrow(CODE);
    expect(() => refuseEInvoice(Buffer.from(`\ufeff${text.replace('\ufeff', '')}`, 'utf16le'), 'a.xml')).toThrow(CODE);
  });

  it.each([['账期,产品\n2023-09,<Invoice >\n'], ['<html><body>Invoice</body></html>'], ['{"Invoice":1}'], ['']])('%j is none', (text) =>
    expect(() => refuseEInvoice(Buffer.from(text), 'a.csv')).not.toThrow(),
  );

  it('an OFD file is told, too', async () => {
    const path = fixture('fapiao/999.ofd');
    expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');
    await expect(membersOf(path, '999.ofd')).rejects.toEqual(CODE);
  });
});
