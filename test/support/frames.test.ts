import { expect, it } from 'vitest';
import { framesOf, type TraceEvent } from './frames.ts';

const thread = (pid: number): TraceEvent => ({ name: 'thread_name', ph: 'M', ts: 0, pid, tid: 1, args: { name: 'CrRendererMain' } });
const task = (ts: number, dur: number, tdur?: number, pid = 1): TraceEvent => ({
  name: 'RunTask',
  ph: 'X',
  ts,
  dur,
  ...(tdur === undefined ? {} : { tdur }),
  pid,
  tid: 1,
});
const commit = (ts: number, pid = 1): TraceEvent => ({ name: 'Commit', ph: 'X', ts, dur: 0, pid, tid: 1 });

it('counts the work between two commits, not the idle time, on the page’s own thread', () => {
  const frames = framesOf([
    thread(2),
    thread(1),
    task(0, 90_000, 90_000, 2),
    task(1_000, 10_000, 4_000),
    task(12_000, 5_000, 5_000),
    commit(16_900),
    task(500_000, 60_000, 20_000),
    commit(559_000),
  ]);
  expect(frames).toEqual({
    count: 2,
    wall: { longest: 60, p99: 60, over50: 1, dropped: 1 },
    processor: { longest: 20, p99: 20, over50: 0, dropped: 0 },
  });
});

it('does not call an empty trace smooth', () => expect(() => framesOf([thread(1)])).toThrow('no frames'));
