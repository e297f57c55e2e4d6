import { describe, expect, it } from 'vitest';
import { tell } from '../../domain/words/tell.ts';
import { ImportBench } from '../../test/support/import-host.ts';
import { QING, SHEET, utf8 } from '../../test/support/profile-sheet.ts';
import { generate } from '../sample/generate.ts';
import { rejectsAsCsv } from './rejects.ts';

const bill = (rows: number): string => Buffer.concat([...generate('huawei.detail', { rows, period: '2024-04' }).bytes()]).toString('utf8');

describe('what is told about a file', () => {
  it('assumes no currency where the profile fixes one', async () => {
    using bench = new ImportBench({ currency: 'USD' });
    const [byProfile] = await bench.runBy(QING, bench.file(Buffer.from(utf8(SHEET)), 'qing.csv'));
    expect(byProfile!.notices.map((n) => n.code)).not.toContain('currency.assumed');
    const [byBook] = await bench.run(bench.file(Buffer.from(bill(3)), 'bill.csv'));
    expect(byBook!.notices.find((n) => n.code === 'currency.assumed')?.message).toBe(
      'The file names no currency; its amounts are taken as USD.',
    );
  });

  it('gives the evidence and the refusal with their parameters', async () => {
    using bench = new ImportBench();
    const [good, bad] = await bench.preview(
      bench.file(Buffer.from(bill(3)), 'bill.csv'),
      bench.file(Buffer.from('姓名,电话\n张三,1\n'), '通讯录.csv'),
    );
    expect(good!.evidence).toMatch(/^Read as UTF-8, comma, header in row 1; .* of \d+ columns used, month 2024-04\.$/);
    expect(tell(good!.evidenceSaid!, 'zh-CN')).toMatch(
      /^读取方式：UTF-8，逗号分隔，表头在第 1 行；华为云.*，使用 \d+ 列中的 \d+ 列，月份 2024-04。$/,
    );
    expect(bad!.evidenceSaid).toBeNull();
    expect(bad!.error?.said?.message).toMatchObject({ params: { name: '通讯录.csv', first: '姓名, 电话' } });
  });

  it('gives the reason of a rejected row with its parameters, and writes it in the language of the reader', async () => {
    using bench = new ImportBench();
    const rows = bill(3).split('\n');
    const at = rows[0]!.split(',').indexOf('官网价');
    rows[2] = rows[2]!
      .split(',')
      .map((cell, i) => (i === at ? '1.2.3' : cell))
      .join(',');
    const [preview] = await bench.preview(bench.file(Buffer.from(rows.join('\n')), 'bill.csv'));
    expect(preview!.rejects[0]).toMatchObject({ code: 'amount.not-a-number', column: '官网价', reason: '“1.2.3” is not an amount.' });
    expect(preview!.rejects[0]!.said?.params).toEqual({ text: '1.2.3' });
    const [done] = await bench.run(bench.file(Buffer.from(rows.join('\n')), 'bill.csv'));
    const written = (language: 'en' | 'zh-CN'): string =>
      [...rejectsAsCsv(bench.context.session.book().read, done!.batch!, language)].join('');
    expect(written('en')).toContain('“1.2.3” is not an amount.');
    expect(written('zh-CN')).toContain('“1.2.3”不是金额。');
  });
});
