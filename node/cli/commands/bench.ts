import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Register } from '../command.ts';

const MAIN = fileURLToPath(new URL('../../../test/bench/main.ts', import.meta.url));

export const bench: Register = (program, cli) => {
  program
    .command('bench')
    .description('measure against peers in one run')
    .argument('[name...]', 'which measurement; all unless given')
    .action((names: string[]) => {
      // A process of its own: measurements must not share a heap with this one.
      const done = spawnSync(process.execPath, [MAIN, ...names, ...(cli.terminal.json ? ['--json'] : [])], { stdio: 'inherit' });
      cli.exit = done.status ?? 1;
    });
};
