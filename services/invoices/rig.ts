import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyDb } from '../../db/verify.ts';
import { setSetting } from '../../db/settings.ts';
import { Failure, ok, type Result } from '../../domain/result.ts';
import { attachmentsHandlers } from '../attachments/index.ts';
import { billsHandlers } from '../bills/index.ts';
import { calendarHandlers } from '../calendar/index.ts';
import { contract, type Input, type Output } from '../contract/index.ts';
import { partiesHandlers } from '../parties/index.ts';
import { paymentsHandlers } from '../payments/index.ts';
import { remindersHandlers } from '../reminders/index.ts';
import { FileRegistry } from '../runtime/files.ts';
import type { Host } from '../runtime/host.ts';
import type { Context } from '../runtime/services.ts';
import { Session } from '../runtime/session.ts';
import { residenceHandlers } from '../residence/index.ts';
import { selfAccountHandlers } from '../self-account/index.ts';
import { taxHandlers } from '../tax/index.ts';
import { bundleHandlers } from '../wht/bundle/index.ts';
import { whtExpectedHandlers } from '../wht/expected/index.ts';
import { whtFormsHandlers } from '../wht/forms/index.ts';
import { whtHandlers } from '../wht/index.ts';
import { settlementHandlers } from '../wht/payables/index.ts';
import { withholdingHandlers } from '../withholding/index.ts';
import { invoicesHandlers } from './index.ts';

const handlers = {
  ...attachmentsHandlers,
  ...billsHandlers,
  ...invoicesHandlers,
  ...partiesHandlers,
  ...paymentsHandlers,
  ...taxHandlers,
  ...whtHandlers,
  ...settlementHandlers,
  ...whtExpectedHandlers,
  ...whtFormsHandlers,
  ...bundleHandlers,
  ...residenceHandlers,
  ...withholdingHandlers,
  ...selfAccountHandlers,
  ...calendarHandlers,
  ...remindersHandlers,
};
type Name = keyof typeof handlers;

/** For tests: a fresh book, and the handlers of documents called as a host would call them. */
export function documentRig(profile: { country?: string; entity?: string; customerStatus?: string } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'tallybook-documents-'));
  const files = new FileRegistry();
  const clock = { now: new Date('2024-05-20T03:00:00.000Z') };
  const host: Host = {
    files,
    who: 'ann',
    now: () => clock.now,
    forkParser: () => {
      throw new Error('no parser here');
    },
  };
  const session = new Session(host);
  const book = session.create(join(folder, 'b.tallybook'));
  setSetting(book.write, 'profile', {
    country: 'MY',
    entity: 'SPARKOO_SG',
    customerStatus: 'registered',
    region: null,
    currency: 'USD',
    settlement: 'monthly',
    language: 'en',
    company: '',
    ...profile,
  });
  const context: Context = { host, session, signal: new AbortController().signal, progress: () => {} };

  async function attempt<N extends Name>(name: N, input: Input<N>): Promise<Result<Output<N>>> {
    try {
      const handler = handlers[name] as unknown as (input: unknown, context: Context) => Output<N> | Promise<Output<N>>;
      return ok(contract[name].output.parse(await handler(contract[name].input.parse(input), context)) as Output<N>);
    } catch (error) {
      if (error instanceof Failure) return { ok: false, error: error.error };
      throw error;
    }
  }
  return {
    folder,
    files,
    session,
    book,
    clock,
    attempt,
    /** The value, or the refusal thrown. */
    async call<N extends Name>(name: N, input: Input<N>): Promise<Output<N>> {
      const result = await attempt(name, input);
      if (!result.ok) throw new Failure(result.error);
      return result.value;
    },
    /** The code of the refusal; `ok` when there is none. */
    async refusal<N extends Name>(name: N, input: Input<N>): Promise<string> {
      const result = await attempt(name, input);
      if (!result.ok && (!result.error.message.endsWith('.') || !result.error.details?.remedy))
        throw new Error(`No sentence or remedy: ${JSON.stringify(result.error)}`);
      return result.ok ? 'ok' : result.error.code;
    },
    /** A token for a file with these bytes. */
    file(name: string, bytes: Uint8Array | string): string {
      const path = join(folder, `${files.grant('x', 'read').slice(0, 8)}-${name}`);
      writeFileSync(path, bytes);
      return files.grant(path, 'read', name);
    },
    target: (name: string): { token: string; path: string } => ({
      token: files.grant(join(folder, name), 'write'),
      path: join(folder, name),
    }),
    auditCount: (): number => book.read.get<{ n: number }>('SELECT COUNT(*) AS n FROM audit')!.n,
    verify: () => verifyDb(book.read),
    close(): void {
      session.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The smallest file that passes for a PDF. */
export const SMALL_PDF = '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n';
