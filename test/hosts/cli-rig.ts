import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ok, type Result } from '../../domain/result.ts';
import { procedureOf } from '../../services/contract/index.ts';
import { FileRegistry } from '../../services/runtime/files.ts';
import type { Host } from '../../services/runtime/host.ts';
import type { Services } from '../../services/runtime/services.ts';
import { run } from '../../node/cli/program.ts';

export interface Call {
  name: string;
  input: Record<string, unknown>;
}
export interface Ran {
  exit: number;
  out: string;
  err: string;
  calls: Call[];
}

/** A folder with a book, a bill and a certificate, and the command line over services that answer as told. */
export function rig(answers: Record<string, unknown> = {}) {
  const cwd = mkdtempSync(join(tmpdir(), 'tallybook-cli-'));
  for (const name of ['b.tallybook', 'bill.csv', 'wht.pdf']) writeFileSync(join(cwd, name), name);
  const files = new FileRegistry();
  const host: Host = {
    files,
    who: 'tester',
    now: () => new Date(0),
    forkParser: () => {
      throw new Error('no parser here');
    },
  };
  return {
    cwd,
    files,
    async run(...argv: string[]): Promise<Ran> {
      const ran: Ran = { exit: -1, out: '', err: '', calls: [] };
      const dispatch = async (name: string, input: unknown): Promise<Result<unknown>> => {
        // What the real services would refuse is a defect of the command, so it shows here.
        const parsed = procedureOf(name)?.input.safeParse(input);
        if (!parsed?.success) throw new Error(`${name}: ${parsed?.error.message ?? 'unknown procedure'}`);
        ran.calls.push({ name, input: parsed.data as Record<string, unknown> });
        const answer = answers[name];
        return typeof answer === 'object' && answer !== null && 'ok' in answer ? (answer as Result<unknown>) : ok(answer ?? {});
      };
      const services = { dispatch, call: dispatch, close: () => {}, onChange: () => () => {} } as unknown as Services;
      const streams = {
        out: (text: string) => void (ran.out += text),
        err: (text: string) => void (ran.err += text),
        screen: false,
        env: {},
        cwd,
      };
      ran.exit = await run({ argv, streams, host, version: '0.0.0', start: () => services });
      return ran;
    },
  };
}
