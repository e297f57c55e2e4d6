import { readFileSync } from 'node:fs';
import { Failure, ok, type Result } from '../../domain/result.ts';
import { contract, type Input, type Output } from '../contract/index.ts';
import { readBankFile } from '../import/parser/bank/read.ts';
import type { BankRequest } from '../import/parser/bank/message.ts';
import type { Act } from '../invoices/act.ts';
import { documentRig } from '../invoices/rig.ts';
import type { Host, ParserLink } from '../runtime/host.ts';
import type { Context } from '../runtime/services.ts';
import { bankHandlers } from './index.ts';

type Name = keyof typeof bankHandlers;

/** The parser's answers without its process, which takes half a second to start. */
function forkHere(): ParserLink {
  let answer: (message: unknown) => void = () => {};
  return {
    post(message) {
      const { path, name } = message as BankRequest;
      readBankFile(path, name).then(answer, (error: unknown) => answer({ type: 'failed', error: (error as Failure).error }));
    },
    onMessage: (listener) => void (answer = listener),
    onExit: () => {},
    kill: () => {},
  };
}

/** For tests: a fresh book with the handlers of documents and of bank statements, called as a host would call them. */
export function bankRig() {
  const rig = documentRig();
  const host: Host = { files: rig.files, who: 'ann', now: () => rig.clock.now, forkParser: forkHere };
  const context: Context = { host, session: rig.session, signal: new AbortController().signal, progress: () => {} };
  async function tried<N extends Name>(name: N, input: Input<N>): Promise<Result<Output<N>>> {
    try {
      const handler = bankHandlers[name] as unknown as (input: unknown, context: Context) => unknown;
      return ok(contract[name].output.parse(await handler(contract[name].input.parse(input), context)) as Output<N>);
    } catch (error) {
      if (error instanceof Failure) return { ok: false, error: error.error };
      throw error;
    }
  }
  return {
    ...rig,
    async run<N extends Name>(name: N, input: Input<N>): Promise<Output<N>> {
      const result = await tried(name, input);
      if (!result.ok) throw new Failure(result.error);
      return result.value;
    },
    /** The refusal of a call; its message, place and remedy. */
    async refused<N extends Name>(name: N, input: Input<N>) {
      const result = await tried(name, input);
      if (result.ok) throw new Error(`${name} was not refused`);
      const { code, message, details } = result.error;
      if (!message.endsWith('.') || !details?.remedy) throw new Error(`No sentence or remedy: ${JSON.stringify(result.error)}`);
      return { code, message, row: details.row ?? null, column: details.column ?? null };
    },
    fixture: (name: string): string => rig.file(name, readFileSync(new URL(`../../test/fixtures/bank/${name}`, import.meta.url))),
    /** The act of one command, for what services call in a transaction of theirs. */
    act: <T>(work: (act: Act) => T): T =>
      rig.session.transaction((book) => work({ write: book.write, at: rig.session.now(), who: 'ann', today: rig.session.today() })),
  };
}
