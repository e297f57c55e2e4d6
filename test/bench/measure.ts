import { spawnSync } from 'node:child_process';

export interface Figure {
  name: string;
  seconds: number;
  /** Largest resident set of the command or of a process that it started and waited for, in MB; null where GNU time is missing. */
  peakMb: number | null;
}

/** Wall seconds and peak memory of a command, by GNU time where it is there. Throws what the command says when it fails. */
export function timed(command: string, args: readonly string[]): Omit<Figure, 'name'> {
  const gnuTime = spawnSync('/usr/bin/time', ['--version']).status === 0;
  const started = performance.now();
  const result = gnuTime
    ? spawnSync('/usr/bin/time', ['-f', 'PEAK %M', command, ...args], { encoding: 'utf8', maxBuffer: 1 << 26 })
    : spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  const seconds = (performance.now() - started) / 1000;
  if (result.status !== 0) throw new Error(`${command} failed: ${result.stderr}`);
  const peak = /PEAK (\d+)/.exec(result.stderr);
  return { seconds, peakMb: peak ? Number(peak[1]) / 1024 : null };
}

/** The quickest of so many rounds: what is slower was disturbed. */
export function best(name: string, rounds: number, run: (round: number) => Omit<Figure, 'name'>): Figure {
  const runs = Array.from({ length: rounds }, (_, round) => run(round));
  return { name, ...runs.reduce((a, b) => (b.seconds < a.seconds ? b : a)) };
}

/** One line a figure; the ratio to the first is what counts. */
export function print(figures: readonly Figure[]): void {
  const peer = figures[0]!.seconds;
  for (const { name, seconds, peakMb } of figures)
    process.stdout.write(
      `${name.padEnd(52)} ${seconds.toFixed(2).padStart(8)} s  ${peakMb === null ? '   n/a' : `${peakMb.toFixed(0).padStart(5)} MB`}  ${(seconds / peer).toFixed(2).padStart(6)}\n`,
    );
}
