import { expect, it } from 'vitest';
import type { Context } from '../../services/runtime/services.ts';
import { whtFormsHandlers } from '../../services/wht/forms/index.ts';
import { rig } from './cli-rig.ts';

const forms = (input: { country: string | null; date: string | null }) => whtFormsHandlers['wht/forms'](input, {} as Context);

it('lists the forms of a country on a day, without a book', async () => {
  const asked = { country: 'PH', date: '2020-12-31' };
  const { exit, out, err, calls } = await rig({ 'wht/forms': await forms(asked) }).run(
    'wht',
    'forms',
    '--country',
    'PH',
    '--date',
    '2020-12-31',
  );
  expect([exit, err]).toEqual([0, '']);
  expect(calls).toEqual([{ name: 'wht/forms', input: asked }]);
  expect(out).toMatch(/^PH-2307 {2}Certificate of creditable tax/);
  expect(out).toContain('certificate by 2021-01-20');
  expect(out).toMatch(/WC160 +services +Services bought by a top withholding agent +2 % +2018-01-01 – … +secondary/);
  expect(out).toMatch(/WC230 +royalty .*30 % \(Payee a non-resident, without a treaty, … – 2020-12-31\)/);
});
it('lists all that ever were as data', async () => {
  const { exit, out } = await rig({ 'wht/forms': await forms({ country: null, date: null }) }).run('wht', 'forms', '--json');
  expect(exit).toBe(0);
  expect((JSON.parse(out) as { id: string }[]).map((form) => form.id)).toContain('ID-BPBS-2021');
});
