import fc from 'fast-check';
import { expect, it } from 'vitest';
import { statementRig, type StatementRig } from '../../statements/rig.ts';

const PDF = '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n';
/** 1,000 and 8 % service tax in Malaysia, 8 % of the net amount withheld; in cents. */
const INVOICES = { A: { net: 100_000n, tax: 8_000n }, B: { net: 33_333n, tax: 2_667n } } as const;
type Name = keyof typeof INVOICES;
const NAMES = Object.keys(INVOICES) as Name[];
const RATE = 8n;
const money = (cents: bigint): string => `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
const centsOf = (text: string | null): bigint => {
  const [whole = '0', fraction = ''] = (text ?? '0').replace('-', '').split('.');
  if (fraction.length > 2) throw new Error(`${text} is no whole number of cents`);
  return (text?.startsWith('-') ? -1n : 1n) * (BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0')));
};
const halfUp = (a: bigint, b: bigint): bigint => (2n * a + b) / (2n * b);
const added = (list: readonly bigint[]): bigint => list.reduce((a, b) => a + b, 0n);

/** A paper with everything that happens to it, in its own order; the steps of different papers may come in any. */
interface Paper {
  steps: ((rig: StatementRig) => Promise<unknown>)[];
  cash?: { of: Name; date: string; reference: string; amount: bigint };
  certified?: { of: Name; amount: bigint };
  credited?: { of: Name; net: bigint; tax: bigint };
}
type End = 'draft' | 'submitted' | 'handed-in' | 'accepted' | 'refused' | 'void' | 'replaced' | 'replaced-refused';

const day = (n: number): string => `2024-03-${String(10 + n).padStart(2, '0')}`;

function payment(k: number, of: Name, amount: bigint, at: number, ends: 'active' | 'void'): Paper {
  const [date, reference] = [day(at), `P${k}`];
  const steps: Paper['steps'] = [(rig) => rig.pay(reference, date, money(amount), [{ invoice: of, amount: money(amount) }])];
  if (ends === 'void')
    steps.push(async (rig) => {
      const { id } = (await rig.call('payments/list', { search: reference })).find((p) => p.reference === reference)!;
      await rig.call('payments/void', { id, reason: 'bounced' });
    });
  return { steps, ...(ends === 'active' && { cash: { of, date, reference, amount } }) };
}

function certificate(k: number, of: Name, amount: bigint, end: End): Paper {
  const number = `W${k}`;
  const add =
    (no: string, cents: bigint, change: object = {}) =>
    (rig: StatementRig) =>
      rig.call('wht/add', {
        number: no,
        date: '2024-04-10',
        total: money(cents),
        currency: 'USD',
        allocate: [{ invoice: of }],
        attach: [rig.file('w.pdf', PDF)],
        ...change,
      });
  const review = (decision: 'accept' | 'refuse') => (rig: StatementRig) => rig.call('wht/review', { number, decision, reason: 'stamp' });
  const live: Paper['certified'] = { of, amount };
  const other: Paper['certified'] = { of, amount: amount + 1n };
  const lives: Record<End, Paper> = {
    draft: { steps: [add(number, amount, { draft: true })] },
    submitted: { steps: [add(number, amount)], certified: live },
    'handed-in': { steps: [add(number, amount, { draft: true }), (rig) => rig.call('wht/submit', { number })], certified: live },
    accepted: { steps: [add(number, amount), review('accept')], certified: live },
    refused: { steps: [add(number, amount), review('refuse')] },
    void: { steps: [add(number, amount), (rig) => rig.call('wht/void', { number, reason: 'wrong' })] },
    replaced: { steps: [add(number, amount), add(`${number}r`, amount + 1n, { replaces: { number } })], certified: other },
    'replaced-refused': {
      steps: [add(number, amount), review('refuse'), add(`${number}r`, amount + 1n, { replaces: { number } })],
      certified: other,
    },
  };
  return lives[end];
}

const credit = (k: number, of: Name, net: bigint, tax: bigint): Paper => ({
  steps: [
    (rig) =>
      rig.call('invoices/credit', { number: of, creditNumber: `C${k}`, date: day(0), net: money(net), tax: money(tax), reason: 'refund' }),
  ],
  credited: { of, net, tax },
});

const ENDS: End[] = ['draft', 'submitted', 'handed-in', 'accepted', 'refused', 'void', 'replaced', 'replaced-refused'];
const name = fc.constantFrom(...NAMES);
/** Small enough that everything that is ever laid on an invoice fits on it, in every order. */
const papers = fc
  .record({
    payments: fc.array(
      fc.record({ of: name, amount: fc.integer({ min: 1, max: 3000 }), at: fc.nat(3), ends: fc.constantFrom('active', 'active', 'void') }),
      { minLength: 1, maxLength: 4 },
    ),
    certificates: fc.array(fc.record({ of: name, amount: fc.integer({ min: 1, max: 900 }), end: fc.constantFrom(...ENDS) }), {
      maxLength: 4,
    }),
    credits: fc.array(fc.record({ of: name, net: fc.integer({ min: 1, max: 2000 }), tax: fc.nat(160) }), { maxLength: 2 }),
    /** Pays what is left of the net amount of these, in two parts. */
    closes: fc.uniqueArray(name, { maxLength: 2 }),
  })
  .map(({ payments, certificates, credits, closes }): Paper[] => {
    const made = [
      ...payments.map((p, k) => payment(k, p.of, BigInt(p.amount), p.at, p.ends as 'active' | 'void')),
      ...certificates.map((c, k) => certificate(k, c.of, BigInt(c.amount), c.end)),
      ...credits.map((c, k) => credit(k, c.of, BigInt(c.net), BigInt(c.tax))),
    ];
    return [
      ...made,
      ...closes.flatMap((of, k) => {
        const { fullNet, expected, cash } = model(of, made);
        // Whatever lies on it for a while, a payment that bounces or a paper that is refused, must fit beside the net amount.
        const passing = added([
          ...payments.flatMap((p) => (p.of === of && p.ends === 'void' ? [BigInt(p.amount)] : [])),
          ...certificates.flatMap((c) => (c.of === of ? [BigInt(c.amount) + 1n] : [])),
        ]);
        if (passing > expected) return [];
        const rest = fullNet - added(cash.map((c) => c.amount));
        return [payment(50 + 2 * k, of, rest / 3n, 4, 'active'), payment(51 + 2 * k, of, rest - rest / 3n, 5, 'active')];
      }),
    ];
  });

/** Arithmetic of its own over the papers that count. */
function model(of: Name, all: readonly Paper[]) {
  const credits = all.flatMap((p) => (p.credited?.of === of ? [p.credited] : []));
  const base = INVOICES[of].net - added(credits.map((c) => c.net));
  const total = base + INVOICES[of].tax - added(credits.map((c) => c.tax));
  const cash = all.flatMap((p) => (p.cash?.of === of ? [p.cash] : []));
  const certified = added(all.flatMap((p) => (p.certified?.of === of ? [p.certified.amount] : [])));
  const expected = halfUp(base * RATE, 100n);
  const paid = added(cash.map((c) => c.amount));
  const fullNet = total - expected;
  const closed = paid > 0n && (paid >= fullNet || paid + certified >= total);
  const tax = closed ? (total > paid ? total - paid : 0n) : expected;
  const whole = closed ? paid : fullNet;
  const order = cash.toSorted((a, b) =>
    a.date !== b.date ? (a.date < b.date ? -1 : 1) : a.reference !== b.reference ? (a.reference < b.reference ? -1 : 1) : 0,
  );
  let [baseLeft, taxLeft] = [base, tax];
  const shares = order.map((c, i) => {
    const last = closed && i === order.length - 1;
    const own = halfUp(base * c.amount, whole);
    const baseShare = last ? baseLeft : own < baseLeft ? own : baseLeft;
    const part = tax === expected ? halfUp(baseShare * RATE, 100n) : halfUp(tax * baseShare, base);
    const taxShare = last ? taxLeft : part < taxLeft ? part : taxLeft;
    baseLeft -= baseShare;
    taxLeft -= taxShare;
    return [c.reference, c.amount, baseShare, taxShare];
  });
  return { base, total, cash, certified, expected, fullNet, closed, paid, open: total - paid - certified, shares };
}

/** The steps of all papers in an order that `picks` chooses, each paper's own in theirs. */
function interleaved(all: readonly Paper[], picks: readonly number[]): Paper['steps'] {
  const queues = all.map((p) => [...p.steps]);
  const steps: Paper['steps'] = [];
  for (let i = 0; queues.some((q) => q.length > 0); i++) {
    const ready = queues.filter((q) => q.length > 0);
    steps.push(ready[(picks[i % picks.length] ?? 0) % ready.length]!.shift()!);
  }
  return steps;
}

/** Everything that the book says of it, without what only tells of the order of entry. */
async function told(rig: StatementRig) {
  const { invoices, byStatus } = await rig.call('invoices/list', {});
  const settlements = await Promise.all(NAMES.map((number) => rig.call('invoices/settlement', { number })));
  const { checks } = await rig.call('reconcile/run', { period: '2024-02' });
  const ageing = await rig.call('invoices/ageing', { asOf: '2024-05-20' });
  const statement = await rig.call('invoices/statement', { vendor: 'huawei', from: '2024-03-01', to: '2024-05-20' });
  return {
    byStatus,
    invoices: invoices.map((i) => [i.number, i.status, i.paid, i.withheld, i.credited, i.open]).toSorted(),
    settlements: settlements.map((s) => ({ ...s, shares: s.shares.map(({ payment: _id, ...share }) => share) })),
    checks: checks.map((c) => [c.id, c.status, c.left, c.right, c.difference, c.explanation]),
    ageing: [ageing.rows, ageing.totals],
    statement: statement.statements.map((s) => [
      s.opening,
      s.closing,
      s.sums,
      s.awaited,
      s.lines.map((l) => [l.date, l.reference, l.balance]),
    ]),
  };
}

async function book(steps: Paper['steps']): Promise<StatementRig> {
  const rig = statementRig();
  await rig.call('wht/saveSettings', { partial: true, open: [] });
  for (const of of NAMES) {
    await rig.invoice(of, '2024-03-02', money(INVOICES[of].net), money(INVOICES[of].tax), { period: '2024-02', due: '2024-04-01' });
  }
  await rig.call('wht/recordStep', {
    invoices: NAMES.map((invoice) => ({ invoice })),
    kind: 'rate',
    date: '2024-03-02',
    rate: String(RATE),
    reason: 'contract',
  });
  for (const step of steps) await step(rig);
  return rig;
}

it(
  'payments, certificates and credit notes in any order end in the same state, which a model of its own has too',
  () =>
    fc.assert(
      fc.asyncProperty(papers, fc.array(fc.nat(50), { minLength: 1, maxLength: 12 }), async (all, picks) => {
        const straight = await book(interleaved(all, [0]));
        const mixed = await book(interleaved(all, picks));
        try {
          const state = await told(straight);
          expect(await told(mixed)).toEqual(state);
          for (const of of NAMES) {
            const own = model(of, all);
            const s = state.settlements.find((x) => x.number === of)!;
            expect([s.cash, s.certified, s.paid, s.open, s.expected, s.net].map(centsOf)).toEqual([
              own.paid,
              own.certified,
              own.paid + own.certified,
              own.open,
              own.expected,
              own.fullNet,
            ]);
            expect(s.shares.map((x) => [x.reference, centsOf(x.cash), centsOf(x.base), centsOf(x.withheld)])).toEqual(own.shares);
            for (const x of s.shares) expect(centsOf(x.gross)).toBe(centsOf(x.cash) + centsOf(x.withheld));
            if (own.closed) {
              expect(added(s.shares.map((x) => centsOf(x.base)))).toBe(own.base);
              expect(added(s.shares.map((x) => centsOf(x.gross)))).toBe(own.total);
            }
            // Whatever is open is split into what is to be paid and what a certificate covers; certificates alone never go below nothing.
            expect(own.open >= 0n).toBe(true);
            expect(centsOf(s.openCash) + centsOf(s.openCertificates)).toBe(own.open);
            expect(state.invoices.find(([number]) => number === of)?.[5]).toBe(s.open);
          }
          const check = state.checks.find(([id]) => String(id).startsWith('wht.expected'));
          const held = NAMES.map((of) => model(of, all)).filter((m) => m.paid > 0n || m.certified > 0n);
          const due = held.map((m) => (m.closed || m.paid === 0n ? m.expected : added(m.shares.map(([, , , tax]) => tax as bigint))));
          expect(check?.[2] ?? null).toEqual(
            held.length === 0 || added(due) + added(held.map((m) => m.certified)) === 0n ? null : expect.anything(),
          );
          if (check) expect(centsOf(check[2] as string)).toBe(added(due));
          expect(straight.verify().totals).toBe('ok');
          expect(mixed.verify().totals).toBe('ok');
        } finally {
          straight.close();
          mixed.close();
        }
      }),
      { numRuns: 12 },
    ),
  120_000,
);
