import { appError, fail, Failure, ok, type AppError, type Result } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import { contract, procedureOf, type Input, type Output, type ParsedInput, type ProcedureName } from '../contract/index.ts';
import type { Progress, Topic } from '../contract/procedure.ts';
import type { Host } from './host.ts';
import { problemOf } from './input-problem.ts';
import { Session } from './session.ts';

export interface CallOptions {
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

/** What a handler gets beside its input. */
export interface Context {
  host: Host;
  session: Session;
  signal: AbortSignal;
  progress(progress: Progress): void;
  /**
   * A short piece of writing of a job that goes on beside the commands: it takes its turn among them, and listeners are told
   * of what the job changes. Missing where nothing else can write.
   */
  inTurn?<T>(work: () => T): Promise<T>;
  /** How the call came about, for the journal, where no one asked for it at that moment. */
  via?: 'watch';
}

export type Handler<N extends ProcedureName> = (input: ParsedInput<N>, context: Context) => Output<N> | Promise<Output<N>>;
export type Handlers<N extends ProcedureName> = { [K in N]: Handler<K> };

export interface ChangeEvent {
  type: 'changed';
  topics: readonly Topic[];
}

/** The application: one open book, every procedure of the contract. */
export interface Services {
  call<N extends ProcedureName>(name: N, input: Input<N>, options?: CallOptions): Promise<Result<Output<N>>>;
  /** For hosts: name and input as they came over the wire. */
  dispatch(name: string, input: unknown, options?: CallOptions): Promise<Result<unknown>>;
  onChange(listener: (event: ChangeEvent) => void): () => void;
  /** Tells listeners of a change that no command made. */
  announce(topics: readonly Topic[]): void;
  session: Session;
  close(): void;
}

/** Binds handlers to the contract; throws at start when one is missing or unknown. */
export function createServices(host: Host, handlers: Handlers<ProcedureName>): Services {
  for (const name of Object.keys(contract)) if (!Object.hasOwn(handlers, name)) throw new Error(`No handler for ${name}.`);
  for (const name of Object.keys(handlers)) if (!Object.hasOwn(contract, name)) throw new Error(`Handler ${name} is not in the contract.`);

  const session = new Session(host);
  const listeners = new Set<(event: ChangeEvent) => void>();
  const announce = (topics: readonly Topic[]): void => {
    for (const listener of listeners) listener({ type: 'changed', topics });
  };
  // Commands and writing jobs take turns: SQLite has one writer, and nobody should meet its busy timeout.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work, work);
    turn = mine;
    return mine;
  };

  async function dispatch(name: string, input: unknown, options: CallOptions = {}): Promise<Result<unknown>> {
    const procedure = procedureOf(name);
    if (!procedure) return fail('call.unknown', say`There is no procedure “${{ name: name.slice(0, 80) }}”.`);
    const parsed = procedure.input.safeParse(input);
    if (!parsed.success) {
      const issue = parsed.error.issues[0]!;
      const where = issue.path.join('.');
      return fail('call.invalid-input', where ? say`${{ column: where }}: ${{ problem: problemOf(issue) }}` : problemOf(issue), {
        column: where,
        remedy: 'Correct the value and try again.',
      });
    }
    const signal = options.signal ?? new AbortController().signal;
    const context: Context = {
      host,
      session,
      signal,
      progress: (p) => options.onProgress?.(p),
      inTurn: async (work) => {
        const done = await inTurn(async () => {
          await session.free();
          return work();
        });
        announce(procedure.changes);
        return done;
      },
    };
    const run = async (): Promise<Result<unknown>> => {
      try {
        if (procedure.kind === 'command' && procedure.changes.length > 0 && !procedure.beside) await session.free();
        if (signal.aborted) return cancelled();
        const handler = handlers[name as ProcedureName] as (input: unknown, context: Context) => unknown;
        const value = await handler(parsed.data, context);
        if (procedure.changes.length > 0) announce(procedure.changes);
        return ok(value);
      } catch (error) {
        if (signal.aborted) return cancelled();
        return { ok: false, error: toAppError(error) };
      }
    };
    if (procedure.kind === 'query' || procedure.changes.length === 0 || procedure.beside) return run();
    return inTurn(run);
  }

  return {
    dispatch,
    call: (name, input, options) => dispatch(name, input, options) as Promise<Result<Output<typeof name>>>,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    announce,
    session,
    close: () => session.close(),
  };
}

const cancelled = (): Result<never> => fail('call.cancelled', 'Cancelled. Nothing was changed.');

/** The failure as the user reads it; anything unforeseen keeps its text for the log and gives no stack away. */
export function toAppError(error: unknown): AppError {
  if (error instanceof Failure) return error.error;
  const text = error instanceof Error ? error.message : String(error);
  if (process.env['TALLYBOOK_DEBUG'] && error instanceof Error) console.error(error.stack);
  return appError('internal', say`Something went wrong inside Tallybook: ${{ reason: text }}`, {
    remedy: 'Nothing was half-done. Run “verify”, and report this message.',
  });
}
