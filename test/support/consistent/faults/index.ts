import type { Injection } from './fault.ts';
import { fileFaults } from './in-files.ts';
import { lineFaults } from './in-lines.ts';
import { listFaults } from './in-lists.ts';
import { otherFaults } from './in-others.ts';
import { paperFaults } from './in-papers.ts';
import { restatedFaults } from './restated.ts';

/** Everything that is made wrong in the consistent book, one thing at a time. */
export const injections: readonly Injection[] = [
  ...lineFaults,
  ...fileFaults,
  ...restatedFaults,
  ...listFaults,
  ...paperFaults,
  ...otherFaults,
];
