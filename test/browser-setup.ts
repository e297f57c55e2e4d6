import { buildParser } from '../build/parser.ts';
import { buildRenderer } from '../build/renderer.ts';
import temporary from './temporary.ts';

/** Before the end-to-end tests: the interface as it will be shipped, the parser bundled, and a temporary folder that goes with them. */
export default async function setup(): Promise<() => void> {
  await Promise.all([buildRenderer(), buildParser()]);
  return temporary();
}
