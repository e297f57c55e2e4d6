import { mix, Random } from '../random.ts';
import { ANSWER_ROWS, SINGLE_ANSWERS } from './answers.ts';
import { HUAWEI_ROWS } from './huawei.ts';
import { table, type RegisterSample } from './register.ts';

/** Ids of the registers of which a sample can be made; read by the register format of the same id. */
export const REGISTER_SAMPLES: readonly string[] = [
  ...Object.keys(HUAWEI_ROWS),
  ...Object.keys(ANSWER_ROWS),
  ...Object.keys(SINGLE_ANSWERS),
];

/** An invented list beside the bill, with what each row must become. The same seed gives the same text. Unknown ids throw. */
export function registerSample(id: string, { rows, seed }: { rows: number; seed: number }): RegisterSample {
  const random = new Random(mix(seed, 83));
  const fileName = id.replaceAll('.', '-');
  const row = HUAWEI_ROWS[id];
  if (row)
    return table(
      `${fileName}.csv`,
      Array.from({ length: rows }, (_, n) => row(random, n)),
    );
  const single = SINGLE_ANSWERS[id];
  if (single) return { fileName: `${fileName}.json`, ...single(random) };
  const answer = ANSWER_ROWS[id];
  if (!answer) throw new TypeError(`There is no sample “${id}”.`);
  const made = Array.from({ length: rows }, (_, n) => answer.make(random, n));
  return { fileName: `${fileName}.json`, text: answer.wrap(made.map(({ item }) => item)), rows: made.map((m) => m.row) };
}
