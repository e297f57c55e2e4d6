import { describe, expect, it } from 'vitest';
import { contract } from '../contract/index.ts';
import { taxIdsHandlers } from './index.ts';

const context = {} as never;
const check = async (input: object) =>
  contract['taxIds/check'].output.parse(await taxIdsHandlers['taxIds/check'](contract['taxIds/check'].input.parse(input), context));
const schemes = async (input: object) =>
  contract['taxIds/schemes'].output.parse(await taxIdsHandlers['taxIds/schemes'](contract['taxIds/schemes'].input.parse(input), context));

describe('tax numbers', () => {
  it('are judged without a book, as the contract says', async () =>
    expect(await check({ country: 'IN', value: '27 AAPFU0939F 1ZV', region: 'IN-HR' })).toEqual({
      outcome: 'unusual',
      country: 'IN',
      scheme: 'GSTIN',
      typed: '27 AAPFU0939F 1ZV',
      normalised: '27AAPFU0939F1ZV',
      formatted: '27AAPFU0939F1ZV',
      depth: 'check-digit',
      reasons: [expect.objectContaining({ params: { code: '27', region: 'IN-MH', chosen: 'IN-HR' } })],
    }));
  it('have their kinds listed, of one country or of all', async () => {
    expect((await schemes({ country: 'ID' })).map((s) => s.id)).toEqual(['NPWP', 'NIK', 'NITKU']);
    expect(new Set((await schemes({})).map((s) => s.country)).size).toBe(28);
    expect(await schemes({ country: 'FR' })).toEqual([]);
  });
});
