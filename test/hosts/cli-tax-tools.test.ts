import { describe, expect, it } from 'vitest';
import { rig } from './cli-rig.ts';

const BOOK = ['--book', 'b.tallybook'];

describe('tax numbers, residence and self-accounting on the command line', () => {
  it.each([
    ['tax id --country TH 0105565047713', 'taxIds/check', { country: 'TH', scheme: null, value: '0105565047713', region: null }],
    ['tax id --country IN --scheme GSTIN --region IN-HR 27AAPFU0939F1ZV', 'taxIds/check', { scheme: 'GSTIN', region: 'IN-HR' }],
    ['tax id --country IN', 'taxIds/schemes', { country: 'IN' }],
    ['tax gross-up --net 100 --rate 10 --currency USD', 'tax/gross-up', { net: '100', ratePct: '10', currency: 'USD' }],
    ['tax wht-clauses --country MY --entity SPARKOO_SG', 'tax/wht-clauses', { country: 'MY', entity: 'SPARKOO_SG' }],
  ] as const)('%s needs no book', async (args, name, input) => {
    const { run } = rig({ 'taxIds/check': { reasons: [] } });
    expect((await run(...args.split(' '))).calls).toMatchObject([{ name, input }]);
  });
  it.each([
    ['tax residence list --entity SPARKOO_SG --for MY', 'residence/list', { entity: 'SPARKOO_SG', forCountry: 'MY' }],
    [
      'tax residence add --entity SPARKOO_SG --residence SG --for MY --number T-1 --from 2024-01-01 --to 2024-12-31 --file bill.csv',
      'residence/add',
      {
        entity: 'SPARKOO_SG',
        partyId: null,
        residence: 'SG',
        forCountry: 'MY',
        number: 'T-1',
        validFrom: '2024-01-01',
        validTo: '2024-12-31',
      },
    ],
    [
      'tax residence add --party 3 --residence SG --for MY --number T-1 --from 2024-01-01 --to 2024-12-31',
      'residence/add',
      { partyId: 3, file: null },
    ],
    ['tax residence withdraw 2 --reason old', 'residence/withdraw', { id: 2, reason: 'old' }],
    ['tax residence attach 2 --file bill.csv', 'residence/attach', { id: 2 }],
    ['tax self-account rates', 'selfAccount/rates', {}],
    [
      'tax self-account set-rate --country AE --from 2018-01-01 --rate 5 --box Box-3',
      'selfAccount/setRate',
      { country: 'AE', from: '2018-01-01', to: null, ratePct: '5', box: 'Box-3' },
    ],
    ['tax self-account set-rate --country AE --from 2018-01-01 --remove', 'selfAccount/setRate', { ratePct: null }],
    ['tax self-account set-entity R-1 --entity HWS_HK', 'selfAccount/setEntity', { number: 'R-1', entity: 'HWS_HK' }],
    [
      'tax self-account export --from 2024-04-01 --to 2024-06-30 --country AE --format xlsx --out w.xlsx',
      'export/self-account',
      { from: '2024-04-01', to: '2024-06-30', country: 'AE', format: 'xlsx', language: null, bilingual: false },
    ],
  ] as const)('%s', async (args, name, input) => {
    const { run } = rig({ 'residence/list': [] });
    expect((await run(...args.split(' '), ...BOOK)).calls.at(-1)).toMatchObject({ name, input });
  });
  it('prints the worksheet with what is missing as a dash', async () => {
    const row = {
      number: 'R-1',
      date: '2024-04-15',
      country: 'AE',
      treatment: 'reverse_charge',
      code: 'VAT',
      currency: 'USD',
      base: '100',
    };
    const { run } = rig({
      'selfAccount/worksheet': {
        rows: [{ ...row, rate: null, tax: null, local: { currency: 'AED', base: null, tax: null }, box: '' }],
        totals: [],
        entityMissing: [{ number: 'R-2' }],
        noRule: [],
      },
    });
    const { out } = await run(...'tax self-account show --from 2024-04-01 --to 2024-06-30'.split(' '), ...BOOK);
    expect(out).toMatch(/R-1 .*100 +– +–/);
    expect(out).toContain('Entity missing: R-2');
  });
  it.each([
    ['tax id 123', /--country/],
    ['tax self-account set-rate --country AE --from 2018-01-01', /Give either --rate or --remove/],
    ['tax self-account show --from 2024-04-31 --to 2024-06-30', /Give a day of the calendar/],
    ['tax residence add --residence SG', /Required option/],
  ])('%s is refused', async (args, message) => {
    const { exit, err } = await rig().run(...args.split(' '), ...BOOK);
    expect(err).toMatch(message);
    expect(exit).toBe(2);
  });
});
