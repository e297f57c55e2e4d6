import { buildParser } from '../build/parser.ts';

/** Before the tests: the parser in one piece, as the app starts it. Hundreds of them are started. */
export default async function setup(): Promise<void> {
  await buildParser();
}
