import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bill, charge, closeRig, type CloseRig } from '../../test/support/close-rig.ts';
import { ParserPool } from '../../test/support/parser-pool.ts';
import { contract, type Input, type ProcedureName } from '../contract/index.ts';

const parsers = new ParserPool();
let rig: CloseRig;
afterAll(() => {
  rig.close();
  parsers[Symbol.dispose]();
});

/**
 * What a locked period means for every command of the contract. `refused`: a change of what the period says is refused, and tried
 * below. `adjusts`: what comes in becomes an adjustment. Everything else moves no figure of a period, and says why.
 */
const GUARDS: Record<string, string> = {
  // What a period is made of.
  'invoices/add': 'refused',
  'invoices/update': 'refused',
  'invoices/credit': 'refused',
  'invoices/void': 'refused',
  'invoices/link': 'refused',
  'invoices/make': 'refused',
  'selfAccount/setEntity': 'refused',
  'payments/add': 'refused',
  'payments/allocate': 'refused',
  'payments/void': 'refused',
  'wht/add': 'refused',
  'wht/submit': 'refused',
  'wht/update': 'refused',
  'wht/review': 'refused',
  'wht/void': 'refused',
  'import/undo': 'refused',
  'import/mend': 'refused',
  'allocation/setTerm': 'refused',
  'allocation/clearTerm': 'refused',
  'bills/setRate': 'refused',
  // From these the expected tax of an invoice follows.
  'wht/recordStep': 'refused',
  'wht/withdrawStep': 'refused',
  'tax/add-rule': 'refused',
  'tax/override-rule': 'refused',
  'tax/switch-off-rule': 'refused',
  'tax/withdraw-rule': 'refused',
  'tax/import-pack': 'refused',
  'residence/add': 'refused',
  'residence/withdraw': 'refused',
  // What others wrote is taken in.
  'import/run': 'adjusts',
  'watch/take': 'adjusts',
  'einvoice/import': 'adjusts',
  'wht/importTake': 'adjusts',
  'match/accept': 'refused: through payments/add and payments/allocate',
  'match/undo': 'refused: through payments/void and payments/allocate',
  'match/acceptBulk': 'refused: through payments/add and payments/allocate',
  'match/undoBulk': 'refused: through payments/void and payments/allocate',
  'match/setRule': 'free: how candidates are ranked',
  'match/forget': 'free: how candidates are ranked',
  'bank/saveAccount': 'free: names',
  'bank/unignore': 'free: lines of a bank are no payments yet',
  'selfAccount/setRate': 'free: the rate of a worksheet, which no check holds',
  'wht/export': 'free: a file',
  'bank/import': 'free: lines of a bank are no payments yet',
  'bank/undo': 'free: lines of a bank are no payments yet',
  'bank/ignore': 'free: lines of a bank are no payments yet',
  // The course of an invoice: it moves no money and no period.
  'invoices/bill': 'free: a day of the course',
  'invoices/confirm': 'free: a day of the course',
  'invoices/dispute': 'free: a day of the course',
  'invoices/withdraw': 'free: a day of the course',
  'invoices/fail': 'free: a day of the course',
  'invoices/issue': 'free: a day of the course',
  'invoices/schedule': 'free: a day of the course',
  'invoices/vatProof': 'free: a paper',
  'invoices/attach': 'free: a paper',
  'wht/attach': 'free: a paper',
  'residence/attach': 'free: a paper',
  // Marks, names, views and settings.
  'invoices/markDistinct': 'free: a mark',
  'invoices/unmarkDistinct': 'free: a mark',
  'analysis/dismiss': 'free: a mark',
  'analysis/restore': 'free: a mark',
  'allocation/read': 'free: what the kept originals say, made anew',
  'accounts/set': 'free: names',
  'parties/save': 'free: names; documents keep what parties were called',
  'parties/archive': 'free: names',
  'series/save': 'free: numbers to come',
  'series/archive': 'free: numbers to come',
  'calendar/edit': 'free: days of the course',
  'calendar/import': 'free: days of the course',
  'calendar/setTerms': 'free: days of the course',
  'calendar/removeTerms': 'free: days of the course',
  'tax/record-quote': 'free: an answer that is kept',
  'bills/setPaymentCurrency': 'free: in what figures are shown',
  'book/setSummaryLayout': 'free: how figures are shown',
  'book/update': 'free: the profile, which the certificate repeats',
  'wht/saveSettings': 'free: numbers to come',
  'wht/saveImportProfile': 'free: how files are read',
  'wht/removeImportProfile': 'free: how files are read',
  'profiles/save': 'free: how files are read',
  'profiles/delete': 'free: how files are read',
  'profiles/import': 'free: how files are read',
  'bank/saveProfile': 'free: how files are read',
  'bank/removeProfile': 'free: how files are read',
  'match/saveSettings': 'free: how candidates are ranked',
  'reconcile/saveAgreements': 'free: what was agreed; no figure of a period moves, and its certificate keeps what was checked',
  'views/save': 'free: a view',
  'views/rename': 'free: a view',
  'views/delete': 'free: a view',
  'views/default': 'free: a view',
  'watch/choose': 'free: what is watched',
  'watch/switch': 'free: what is watched',
  'watch/end': 'free: what is watched',
  'watch/retry': 'free: what is watched',
  'export/delete': 'free: the list of exports',
  'book/create': 'free: another book',
  'book/open': 'free: another book',
  'book/close': 'free: another book',
  'book/fillSample': 'free: a book without data only',
  'close/sign': 'free: the close itself',
  'close/unsign': 'free: the close itself',
  'close/waive': 'free: the close itself',
  'close/unwaive': 'free: the close itself',
  'close/lock': 'free: the close itself',
  'close/reopen': 'free: the close itself',
  'close/accept': 'free: the close itself',
  'close/saveSettings': 'free: the close itself',
  'discrepancies/open': 'free: work on a difference goes on after the close',
  'discrepancies/openAll': 'free: work on a difference goes on after the close',
  'discrepancies/explain': 'free: work on a difference goes on after the close',
  'discrepancies/dispute': 'free: work on a difference goes on after the close',
  'discrepancies/settle': 'free: work on a difference goes on after the close',
  'discrepancies/writeOff': 'free: work on a difference goes on after the close',
  'discrepancies/reopen': 'free: work on a difference goes on after the close',
  'discrepancies/refresh': 'free: work on a difference goes on after the close',
  'discrepancies/setDue': 'free: work on a difference goes on after the close',
};

const writing = Object.entries(contract)
  .filter(([name, p]) => (p.kind === 'command' && p.changes.length > 0 && !name.startsWith('export/')) || name === 'export/delete')
  .map(([name]) => name);

it.each(writing)('says what a locked period means for %s', (name) => expect(Object.keys(GUARDS)).toContain(name));

it('speaks of no command that there is not', () => expect(Object.keys(GUARDS).filter((name) => !writing.includes(name))).toEqual([]));

const P = '2023-09';

describe('a locked period', () => {
  let payment = 0;
  let step = 0;
  let residence = 0;
  let rejected = 0;
  let ahead0 = 0;
  let certificate = 0;
  let draft = 0;
  const attach = (): string[] => [rig.grant(Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n'), 'paper.pdf')];
  // What is refused leaves nothing behind: one book serves all.
  beforeAll(async () => {
    rig = closeRig(parsers);
    const ahead = charge('vol-9', '30').replace('按需,消费-使用', '包年/包月,消费-新购');
    rejected = (await rig.take(bill(charge('vol-1', '60'), charge('vol-2', '40'), charge('vol-3', 'x'), ahead))).batch!;
    await rig.call('allocation/read', {});
    ahead0 = rig.book.read.get<{ id: number }>('SELECT MAX(id) AS id FROM bill_line')!.id;
    for (const number of ['INV-1', 'INV-2', 'INV-3'])
      await rig.call('invoices/add', {
        number,
        date: '2023-09-20',
        vendor: 'huawei',
        entity: 'SPARKOO_SG',
        currency: 'USD',
        net: '100',
        tax: '0',
        period: P,
      });
    payment = (
      await rig.call('payments/add', {
        date: '2023-09-25',
        amount: '150',
        currency: 'USD',
        reference: 'TT-1',
        allocate: [{ invoice: 'INV-2', amount: '50' }],
      })
    ).id;
    step = (
      await rig.call('wht/recordStep', { kind: 'rate', invoices: [{ invoice: 'INV-3' }], rate: '8', date: '2023-09-25', reason: 'agreed' })
    )[0]!.id;
    residence = (
      (await rig.call('residence/add', {
        entity: 'SPARKOO_SG',
        residence: 'SG',
        forCountry: 'MY',
        number: 'COR-0',
        validFrom: '2020-01-01',
        validTo: '2020-12-31',
        issuedOn: '2020-01-05',
      } as never)) as { id: number }
    ).id;
    const paper = {
      issuer: 'Demo Sdn Bhd',
      date: '2023-09-28',
      total: '8',
      currency: 'USD',
      allocate: [{ invoice: 'INV-3', amount: '8' }],
    };
    certificate = (await rig.call('wht/add', { number: 'WHT-1', ...paper, attach: attach() })).id;
    draft = (
      await rig.call('wht/add', { number: 'WHT-2', ...paper, draft: true, allocate: [{ invoice: 'INV-1', amount: '8' }], attach: attach() })
    ).id;
    await rig.lock();
  });

  const inv = (number: string) => ({ number, vendor: 'huawei' as const });
  const TRIED: [ProcedureName, () => unknown][] = [
    ['invoices/add', () => ({ ...inv('NEW'), date: '2023-10-05', currency: 'USD', net: '1', tax: '0', period: P })],
    ['invoices/add', () => ({ ...inv('NEW'), date: '2023-09-30', currency: 'USD', net: '1', tax: '0' })],
    [
      'invoices/update',
      () => ({
        ...inv('INV-1'),
        date: '2023-09-20',
        currency: 'USD',
        entity: 'SPARKOO_SG',
        net: '99',
        tax: '0',
        period: P,
        reason: 'typo',
      }),
    ],
    ['invoices/credit', () => ({ ...inv('INV-1'), creditNumber: 'CN-1', date: '2023-09-29', net: '1', tax: '0', reason: 'refund' })],
    ['invoices/void', () => ({ ...inv('INV-1'), reason: 'wrong' })],
    ['invoices/link', () => ({ ...inv('INV-1'), period: '2023-10' })],
    ['selfAccount/setEntity', () => ({ ...inv('INV-1'), entity: 'HWS_HK' })],
    ['payments/add', () => ({ date: '2023-09-30', amount: '1', currency: 'USD', reference: 'TT-2' })],
    ['payments/allocate', () => ({ id: payment, allocate: [{ invoice: 'INV-2', amount: '40' }] })],
    [
      'payments/allocate',
      () => ({
        id: payment,
        allocate: [
          { invoice: 'INV-2', amount: '50' },
          { invoice: 'INV-1', amount: '10' },
        ],
      }),
    ],
    ['payments/void', () => ({ id: payment, reason: 'wrong' })],
    ['import/undo', () => ({ batch: rejected })],
    ['bills/setRate', () => ({ period: P, from: 'USD', to: 'MYR', rate: '4.7' })],
    ['wht/recordStep', () => ({ kind: 'rate', invoices: [{ invoice: 'INV-1' }], rate: '5', date: '2023-09-26', reason: 'agreed' })],
    ['wht/withdrawStep', () => ({ id: step, reason: 'wrong' })],
    [
      'wht/add',
      () => ({
        number: 'WHT-9',
        issuer: 'Demo Sdn Bhd',
        date: '2023-09-28',
        total: '8',
        currency: 'USD',
        allocate: [{ invoice: 'INV-1', amount: '8' }],
        attach: attach(),
      }),
    ],
    ['wht/submit', () => ({ number: 'WHT-2', id: draft, date: '2023-10-02' })],
    ['wht/review', () => ({ number: 'WHT-1', id: certificate, decision: 'refuse', reason: 'illegible' })],
    ['wht/void', () => ({ number: 'WHT-1', id: certificate, reason: 'wrong' })],
    ['allocation/setTerm', () => ({ to: { line: ahead0 }, first: '2023-09-01', last: '2023-09-30' })],
    ['tax/override-rule', () => ({ replaces: 'MY-06', with: { ratePct: '8', from: '2022-01-01' }, reason: 'ruling' })],
  ];
  it.each(TRIED)('refuses %s', async (name, input) => {
    const result = await rig.call(name, input() as Input<typeof name>).then(
      () => 'ok',
      (error: { error?: { code: string; message: string } }) =>
        error.error ? `${error.error.code} ${error.error.message}` : String(error),
    );
    expect(result).toBe('period.locked 2023-09 is closed: this would change what it says.');
    expect(rig.verify()).toEqual({ integrity: 'ok', foreignKeys: 'ok', auditChain: 'ok', totals: 'ok' });
  });

  it('lets the same be booked in the next month, and what moves no figure of it', async () => {
    await rig.call('invoices/add', { ...inv('OCT'), date: '2023-10-02', currency: 'USD', net: '1', tax: '0', period: '2023-10' });
    await rig.call('payments/add', {
      date: '2023-10-02',
      amount: '10',
      currency: 'USD',
      reference: 'TT-3',
      allocate: [{ invoice: 'INV-1', amount: '10' }],
    });
    // Money of the locked month that was left over pays a later invoice.
    await rig.call('payments/allocate', {
      id: payment,
      allocate: [
        { invoice: 'INV-2', amount: '50' },
        { invoice: 'OCT', amount: '1' },
      ],
    });
    await rig.call('residence/withdraw', { id: residence, reason: 'expired' });
    await rig
      .call('tax/add-rule', {
        rule: { country: 'TH', from: '2030-01-01' } as never,
        reason: 'later',
      })
      .catch((error: { error: { code: string } }) => expect(error.error.code).not.toBe('period.locked'));
    await rig
      .call('invoices/schedule', { ...inv('INV-1'), termDays: 20, reason: 'agreed' })
      .catch((error: { error: { code: string } }) => expect(error.error.code).not.toBe('period.locked'));
  });

  it('refuses mended rows of it', async () => {
    const row = await rig.call('import/rejectedRow', { batch: rejected, row: 4 });
    const cells = row.cells.map((cell) => cell.replace(/^x$/, '5'));
    expect(await rig.refused('import/mend', { batch: rejected, rows: [{ row: 4, cells }] })).toBe('period.locked');
  });
});
