import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bookHandlers } from '../../../services/book/index.ts';
import { contract, type Input, type Output } from '../../../services/contract/index.ts';
import { importHandlers } from '../../../services/import/index.ts';
import { invoicesHandlers } from '../../../services/invoices/index.ts';
import { paymentsHandlers } from '../../../services/payments/index.ts';
import { reconcileHandlers } from '../../../services/reconcile/index.ts';
import { FileRegistry } from '../../../services/runtime/files.ts';
import type { Host } from '../../../services/runtime/host.ts';
import type { Context } from '../../../services/runtime/services.ts';
import { Session } from '../../../services/runtime/session.ts';
import { whtExpectedHandlers } from '../../../services/wht/expected/index.ts';
import { whtHandlers } from '../../../services/wht/index.ts';
import { PERIOD, TODAY } from './options.ts';
import type { Papers } from './papers.ts';

const handlers = {
  ...bookHandlers,
  ...importHandlers,
  ...invoicesHandlers,
  ...paymentsHandlers,
  ...reconcileHandlers,
  ...whtHandlers,
  ...whtExpectedHandlers,
};
type Name = keyof typeof handlers;
export type Checks = Output<'reconcile/run'>['checks'];

/** An accountant at the application: makes books, imports files, enters papers, reconciles. Everything goes through the contract. */
export class Desk {
  readonly #folder = mkdtempSync(join(tmpdir(), 'tallybook-consistent-'));
  readonly #files = new FileRegistry();
  readonly #context: Context;
  #made = 0;

  constructor(forkParser: Host['forkParser']) {
    const host: Host = { files: this.#files, who: 'ann', now: () => new Date(`${TODAY}T08:00:00Z`), forkParser };
    this.#context = { host, session: new Session(host), signal: new AbortController().signal, progress: () => {} };
  }

  /** A call as a host makes it: input and output pass the contract. */
  async call<N extends Name>(name: N, input: Input<N>): Promise<Output<N>> {
    const handler = handlers[name] as unknown as (input: unknown, context: Context) => Output<N> | Promise<Output<N>>;
    return contract[name].output.parse(await handler(contract[name].input.parse(input), this.#context)) as Output<N>;
  }

  /** A path in the desk's own folder. */
  path(name: string): string {
    return join(this.#folder, name);
  }

  /** A new book of a company in Malaysia that is settled monthly, and opens it. */
  async create(path: string): Promise<void> {
    await this.call('book/create', {
      target: this.#files.grant(path, 'write'),
      country: 'MY',
      entity: 'SPARKOO_SG',
      customerStatus: 'registered',
      currency: 'USD',
      settlement: 'monthly',
      language: 'en',
      company: 'Demo Company Sdn. Bhd.',
    });
  }

  /** Opens a copy of a closed book. */
  async openCopy(of: string): Promise<void> {
    await this.close();
    const path = this.path('copy.tallybook');
    rmSync(path, { force: true });
    copyFileSync(of, path);
    await this.call('book/open', { file: this.#files.grant(path, 'read') });
  }

  /** Closes the open book and keeps it there. */
  async keepAs(path: string): Promise<void> {
    const from = this.#context.session.book().path;
    await this.close();
    copyFileSync(from, path);
  }

  async close(): Promise<void> {
    if (this.#context.session.open) await this.call('book/close', {});
  }

  /** Imports the texts under their names, and says which batch each became. Throws where a row is rejected. */
  async take(files: readonly { name: string; text: string }[]): Promise<Map<string, number>> {
    const tokens = files.map(({ name, text }) => {
      const path = this.path(`${++this.#made}`);
      writeFileSync(path, text);
      return this.#files.grant(path, 'read', name);
    });
    const { files: taken } = await this.call('import/run', { files: tokens });
    const wrong = taken.find((file) => file.rejected > 0 || file.batch === null);
    if (wrong) throw new Error(`${wrong.file}: ${wrong.rejected} of ${wrong.rows} rows were rejected.`);
    return new Map(taken.map((file) => [file.file, file.batch!]));
  }

  async undo(batch: number): Promise<void> {
    await this.call('import/undo', { batch });
  }

  async enter(papers: Papers): Promise<void> {
    for (const paper of papers.invoices) await this.call('invoices/add', paper);
    for (const paper of papers.credits) await this.call('invoices/credit', paper);
    for (const { invoice, rate } of papers.rates)
      await this.call('wht/recordStep', { invoices: [{ invoice }], kind: 'rate', date: '2024-06-03', rate, reason: 'practice' });
    for (const paper of papers.payments) await this.call('payments/add', paper);
    for (const paper of papers.certificates) {
      const { number, issuer } = await this.call('wht/add', { ...paper, attach: [this.#paper()] });
      await this.call('wht/review', { number, issuer, decision: 'accept' });
    }
    for (const paper of papers.laterCredits) await this.call('invoices/credit', paper);
  }

  /** The certificate itself: the smallest file that is taken for a PDF. */
  #paper(): string {
    const path = this.path('certificate.pdf');
    writeFileSync(path, '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n');
    return this.#files.grant(path, 'read');
  }

  async reconcile(): Promise<Checks> {
    return (await this.call('reconcile/run', { period: PERIOD })).checks;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
