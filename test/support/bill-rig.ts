import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setSetting } from '../../db/settings.ts';
import { Failure } from '../../domain/result.ts';
import { accountsHandlers } from '../../services/accounts/index.ts';
import { analysisHandlers } from '../../services/analysis/index.ts';
import { billsHandlers } from '../../services/bills/index.ts';
import { contract, type Input, type Output } from '../../services/contract/index.ts';
import { reconcileHandlers } from '../../services/reconcile/index.ts';
import { FileRegistry } from '../../services/runtime/files.ts';
import type { Context } from '../../services/runtime/services.ts';
import { Session } from '../../services/runtime/session.ts';
import { viewsHandlers } from '../../services/views/index.ts';

const handlers = { ...accountsHandlers, ...analysisHandlers, ...billsHandlers, ...reconcileHandlers, ...viewsHandlers };
type Name = keyof typeof handlers;

/** A fresh book with the bill and reconcile handlers, called as a host calls them: input and output pass the contract. */
export function billRig(options: { settlement?: 'monthly' | 'non-monthly'; now?: string } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'tallybook-bills-'));
  const host = {
    files: new FileRegistry(),
    who: 'ann',
    now: () => new Date(options.now ?? '2023-10-20T03:00:00.000Z'),
    forkParser: () => {
      throw new Error('no parser here');
    },
  };
  const session = new Session(host);
  const book = session.create(join(folder, 'b.tallybook'));
  setSetting(book.write, 'profile', {
    country: 'TH',
    entity: 'SPARKOO_TH',
    customerStatus: 'registered',
    region: null,
    currency: 'USD',
    settlement: options.settlement ?? 'monthly',
    language: 'en',
    company: '',
  });
  const context: Context = { host, session, signal: new AbortController().signal, progress: () => {} };
  async function call<N extends Name>(name: N, input: Input<N>): Promise<Output<N>> {
    const handler = handlers[name] as unknown as (input: unknown, context: Context) => Output<N> | Promise<Output<N>>;
    return contract[name].output.parse(await handler(contract[name].input.parse(input), context)) as Output<N>;
  }
  return {
    book,
    call,
    /** The refusal of a call that must not succeed. */
    async refusal<N extends Name>(name: N, input: Input<N>): Promise<Failure['error']> {
      try {
        await call(name, input);
      } catch (error) {
        if (error instanceof Failure) return error.error;
        throw error;
      }
      throw new Error(`${name} was not refused.`);
    },
    close(): void {
      session.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
