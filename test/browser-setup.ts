import { buildRenderer } from '../build/renderer.ts';
import temporary from './temporary.ts';

/** Before the end-to-end tests: the interface as it will be shipped, and a temporary folder that goes with them. */
export default async function setup(): Promise<() => void> {
  await buildRenderer();
  return temporary();
}
