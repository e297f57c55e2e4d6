import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bankRig } from './rig.ts';

let rig: ReturnType<typeof bankRig>;
beforeAll(() => {
  rig = bankRig();
});
afterAll(() => rig.close());

/** What a reader of the file would check, without what is missing. */
async function told(name: string, how: object = {}) {
  const { statements, obstacles, ...p } = await rig.run('bank/preview', { file: rig.fixture(name), ...how });
  return {
    format: p.format,
    encoding: p.encoding,
    profile: p.table?.profile?.id,
    obstacles,
    statements: statements.map((s) => ({
      account: s.account,
      number: s.number,
      days: [s.first, s.last],
      balances: [s.opening, s.in, s.out, s.closing, s.difference],
      counts: [s.rows, s.added, s.duplicates, s.rejected],
      notices: s.notices,
      rejects: s.rejects,
      lines: s.lines.map((l) => Object.fromEntries(Object.entries(l).filter(([, v]) => v !== '' && v !== null && v !== false))),
    })),
  };
}

describe('a file of each format', () => {
  it.each(['month.sta', 'card-1.ofx', 'account-2.ofx', 'month-02.xml', 'day-08.xml', 'account.csv'])(
    '%s is read as its golden file says',
    async (name) => {
      await expect(`${JSON.stringify(await told(name, { account: '12345678' }), null, 1)}\n`).toMatchFileSnapshot(
        `../../test/fixtures/bank/golden/${name}.json`,
      );
    },
  );
  it('card.csv is read by the profile of cards whose purchases are positive', async () => {
    await expect(`${JSON.stringify(await told('card.csv'), null, 1)}\n`).toMatchFileSnapshot(
      '../../test/fixtures/bank/golden/card.csv.json',
    );
  });
});
