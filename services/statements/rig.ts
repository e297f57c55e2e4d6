import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setSetting } from '../../db/settings.ts';
import { verifyDb } from '../../db/verify.ts';
import { Failure } from '../../domain/result.ts';
import type { Input, Output, ProcedureName } from '../contract/index.ts';
import { createApplication } from '../index.ts';
import { FileRegistry } from '../runtime/files.ts';

/** For tests: a fresh book of a company in Malaysia, and the whole application on it. */
export function statementRig() {
  const folder = mkdtempSync(join(tmpdir(), 'tallybook-statements-'));
  const files = new FileRegistry();
  const clock = { now: new Date('2024-05-20T03:00:00.000Z') };
  const application = createApplication({
    files,
    who: 'ann',
    now: () => clock.now,
    forkParser: () => {
      throw new Error('no parser here');
    },
  });
  const book = application.session.create(join(folder, 'b.tallybook'));
  setSetting(book.write, 'profile', {
    country: 'MY',
    entity: 'SPARKOO_SG',
    customerStatus: 'registered',
    region: null,
    currency: 'USD',
    settlement: 'monthly',
    language: 'en',
    company: 'Harbour Trading Sdn. Bhd.',
  });
  async function call<N extends ProcedureName>(name: N, input: Input<N>): Promise<Output<N>> {
    const result = await application.call(name, input);
    if (!result.ok) throw new Failure(result.error);
    return result.value;
  }
  return {
    book,
    clock,
    call,
    refusal: async <N extends ProcedureName>(name: N, input: Input<N>): Promise<string> => {
      const result = await application.call(name, input);
      return result.ok ? 'ok' : result.error.code;
    },
    file: (name: string, text: string): string => {
      writeFileSync(join(folder, name), text);
      return files.grant(join(folder, name), 'read', name);
    },
    /** What an export writes, and the hash that is on record. */
    written: async (
      name: 'export/invoice-register' | 'export/tax-register' | 'export/statement' | 'export/ageing',
      input: Record<string, unknown>,
    ): Promise<{ bytes: Buffer; sha256: string; rows: number }> => {
      const path = join(folder, `out-${files.grant(folder, 'read').slice(0, 8)}`);
      const { sha256, rows } = await call(name, { ...input, target: files.grant(path, 'write') } as never);
      return { bytes: readFileSync(path), sha256, rows };
    },
    invoice: (number: string, date: string, net: string, tax: string, rest: Partial<Input<'invoices/add'>> = {}) =>
      call('invoices/add', { number, date, vendor: 'huawei', entity: 'SPARKOO_SG', currency: 'USD', net, tax, ...rest }),
    pay: (reference: string, date: string, amount: string, allocate: { invoice: string; amount: string }[], currency = 'USD') =>
      call('payments/add', { date, amount, currency, reference, method: '', note: '', allocate }),
    verify: () => verifyDb(book.read),
    close(): void {
      application.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type StatementRig = ReturnType<typeof statementRig>;

const PDF = '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n';

/** A small book with everything that registers and statements tell apart. */
export async function smallBook(rig: StatementRig): Promise<void> {
  await rig.invoice('HW-0001', '2024-02-10', '1000', '60', { due: '2024-03-11', period: '2024-01' });
  await rig.invoice('HW-0002', '2024-03-10', '1000.05', '80.01', { due: '2024-04-09', period: '2024-02', file: rig.file('hw2.pdf', PDF) });
  await rig.invoice('T-1', '2024-03-15', '500.5', '0', { vendor: 'tencent', entity: null, currency: 'CNY' });
  await rig.invoice('HW-0009', '2024-03-20', '77', '6.16', { due: '2024-04-20', period: '2024-03', note: '=HYPERLINK("x")' });
  await rig.call('invoices/void', { number: 'HW-0009', reason: 'entered twice' });
  await rig.call('invoices/credit', {
    number: 'HW-0002',
    creditNumber: 'HW-C1',
    date: '2024-04-01',
    net: '100',
    tax: '8',
    reason: 'refund',
  });
  await rig.pay('TT-1', '2024-03-05', '1060', [{ invoice: 'HW-0001', amount: '1060' }]);
  await rig.pay('TT-2', '2024-04-20', '600', [{ invoice: 'HW-0002', amount: '500' }]);
  await rig.call('wht/add', {
    number: 'W-1',
    issuer: '',
    date: '2024-04-25',
    total: '100.04',
    currency: 'USD',
    allocate: [{ invoice: 'HW-0002', amount: '100.04', payAmount: null }],
    attach: [rig.file('w1.pdf', PDF)],
    note: '',
  });
  await rig.call('bills/setRate', { period: '2024-03', from: 'CNY', to: 'USD', rate: '0.1389' });
}
