import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setSetting } from '../../db/settings.ts';
import { verifyDb } from '../../db/verify.ts';
import { Failure } from '../../domain/result.ts';
import type { Input, Output, ProcedureName } from '../contract/index.ts';
import { createApplication } from '../index.ts';
import { FileRegistry } from './files.ts';

/** For tests: a fresh book of a company in the country, which deals with the entity, and the whole application on it. Nothing is parsed. */
export function applicationRig({ country, entity, company }: { country: string; entity: string; company: string }) {
  const folder = mkdtempSync(join(tmpdir(), 'tallybook-application-'));
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
    country,
    entity,
    customerStatus: 'registered',
    region: null,
    currency: 'USD',
    settlement: 'monthly',
    language: 'en',
    company,
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
    /** The refusal of a call, or the code `ok`. */
    refused: async <N extends ProcedureName>(name: N, input: Input<N>) => {
      const result = await application.call(name, input);
      return result.ok ? { code: 'ok', message: '' } : result.error;
    },
    file: (name: string, text: string): string => {
      writeFileSync(join(folder, name), text);
      return files.grant(join(folder, name), 'read', name);
    },
    /** A file that is not there yet. */
    target: (): string => files.grant(join(folder, `new-${files.grant(folder, 'read').slice(0, 8)}`), 'write'),
    /** What an export writes, and the hash that is on record. */
    written: async (name: ProcedureName, input: Record<string, unknown>): Promise<{ bytes: Buffer; sha256: string; rows: number }> => {
      const path = join(folder, `out-${files.grant(folder, 'read').slice(0, 8)}`);
      const { sha256, rows } = (await call(name, { ...input, target: files.grant(path, 'write') } as never)) as {
        sha256: string;
        rows: number;
      };
      return { bytes: readFileSync(path), sha256, rows };
    },
    verify: () => verifyDb(book.read),
    close(): void {
      application.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
