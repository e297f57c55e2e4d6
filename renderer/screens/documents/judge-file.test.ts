import { describe, expect, it } from 'vitest';
import { CERTIFICATE_KINDS, INVOICE_KINDS } from '../../../domain/attachments/kinds.ts';
import { judgeFile } from './judge-file.ts';

describe('judgeFile', () => {
  it('takes 10 MB and refuses one byte more', () => {
    expect(judgeFile({ name: 'a.pdf', size: 10_485_760 }, CERTIFICATE_KINDS)).toBeNull();
    expect(judgeFile({ name: 'a.pdf', size: 10_485_761 }, CERTIFICATE_KINDS)).toMatchObject({
      code: 'attachment.too-large',
      details: { file: 'a.pdf' },
    });
  });
  it('refuses an empty file', () => expect(judgeFile({ name: 'a.pdf', size: 0 }, CERTIFICATE_KINDS)?.code).toBe('attachment.empty'));
  it('knows the kinds by their endings, in any case', () => {
    for (const name of ['a.PDF', 'b.jpg', 'b.JPEG', 'c.png', 'd.gif', 'e.zip'])
      expect(judgeFile({ name, size: 1 }, CERTIFICATE_KINDS)).toBeNull();
    for (const name of ['a.exe', 'pdf', 'a.pdf.docx'])
      expect(judgeFile({ name, size: 1 }, CERTIFICATE_KINDS)?.code).toBe('attachment.kind');
    expect(judgeFile({ name: 'e.zip', size: 1 }, INVOICE_KINDS)?.details?.remedy).toBe(
      'Attach one of these: PDF, JPEG picture, PNG picture, GIF picture.',
    );
  });
});
