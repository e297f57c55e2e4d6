import { WriteDb, type ReadDb } from '../connection.ts';

const ENTRIES = 200;
const memories = new WeakMap<ReadDb, { version: number; answers: Map<string, unknown> }>();

/**
 * The answer of `work`, kept until the book changes: SQLite's data_version moves with every commit of another connection,
 * and all writes go through one. For sums over many lines, which screens ask for again with every page. The connection that writes
 * does not see its own changes in it: for it nothing is kept.
 */
export function remember<T>(read: ReadDb, key: string, work: () => T): T {
  if (read instanceof WriteDb) return work();
  const version = read.version();
  let memory = memories.get(read);
  if (!memory || memory.version !== version) memories.set(read, (memory = { version, answers: new Map() }));
  if (memory.answers.has(key)) return memory.answers.get(key) as T;
  const answer = work();
  if (memory.answers.size >= ENTRIES) memory.answers.clear();
  memory.answers.set(key, answer);
  return answer;
}
