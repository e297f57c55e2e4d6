import { useSyncExternalStore } from 'react';
import type { Input, Output, ProcedureName } from '../../services/contract/index.ts';
import type { Progress } from '../../services/contract/procedure.ts';
import type { AppError, Result } from '../../domain/result.ts';
import { bridge } from '../host/bridge.ts';

export interface Outcome {
  text: string;
  mark: 'pass' | 'fail' | 'due';
}

/** Long work as the task tray shows it. */
export interface Task {
  id: number;
  /** What is being done, in the user's words. */
  title: string;
  state: 'running' | 'done' | 'failed' | 'cancelled';
  progress: Progress | null;
  /** The result in one sentence, and whether it is good news; null while there is none. */
  result: Outcome | null;
  error: AppError | null;
  startedAt: number;
  cancel: () => void;
}

let tasks: readonly Task[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: readonly Task[]): void {
  tasks = next;
  for (const listener of listeners) listener();
}
const patch = (id: number, part: Partial<Task>): void => change(tasks.map((task) => (task.id === id ? { ...task, ...part } : task)));
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** All tasks of this window, newest first. */
export const useTasks = (): readonly Task[] => useSyncExternalStore(subscribe, () => tasks);

/** Takes finished tasks off the tray: one, or all. */
export function dismissTask(id?: number): void {
  change(tasks.filter((task) => task.state === 'running' || (id !== undefined && task.id !== id)));
}

export interface JobOptions<T> {
  title: string;
  /** One sentence for the tray when it is done; an Outcome where the result itself may be bad news. */
  describe?: (value: T) => string | Outcome;
}

/** Runs a long procedure in the task tray; resolves with its result. */
export async function startJob<N extends ProcedureName>(
  name: N,
  input: Input<N>,
  options: JobOptions<Output<N>>,
): Promise<Result<Output<N>>> {
  lastId += 1;
  const id = lastId;
  const abort = new AbortController();
  change([
    {
      id,
      title: options.title,
      state: 'running',
      progress: null,
      result: null,
      error: null,
      startedAt: Date.now(),
      cancel: () => abort.abort(),
    },
    ...tasks,
  ]);
  const result = await bridge().call(name, input, { signal: abort.signal, onProgress: (progress) => patch(id, { progress }) });
  if (result.ok) {
    const told = options.describe?.(result.value) ?? null;
    patch(id, { state: 'done', result: typeof told === 'string' ? { text: told, mark: 'pass' } : told });
  } else if (result.error.code === 'call.cancelled') patch(id, { state: 'cancelled' });
  else patch(id, { state: 'failed', error: result.error });
  return result;
}
