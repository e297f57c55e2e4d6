import type { ReadDb } from '../connection.ts';

const KEPT = 3;
const kept = new WeakMap<ReadDb, { version: number; answers: Map<string, unknown> }>();

/**
 * Like remember(), for answers of a hundred thousand groups that are paged through: only the last few stay, so that the
 * memory they take is bounded.
 */
export function rememberFew<T>(read: ReadDb, key: string, work: () => T): T {
  const version = read.version();
  let memory = kept.get(read);
  if (!memory || memory.version !== version) kept.set(read, (memory = { version, answers: new Map() }));
  const found = memory.answers.has(key);
  const answer = found ? (memory.answers.get(key) as T) : work();
  memory.answers.delete(key);
  memory.answers.set(key, answer);
  for (const oldest of memory.answers.keys()) {
    if (memory.answers.size <= KEPT) break;
    memory.answers.delete(oldest);
  }
  return answer;
}
