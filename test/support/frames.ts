/** An event of Chromium's trace; times in microseconds. */
export interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  /** Of the thread's own processor time. */
  tdur?: number;
  pid: number;
  tid: number;
  args?: { name?: string; data?: Record<string, unknown> };
}

export interface FrameTimes {
  /** Milliseconds that the page's main thread worked on a frame. */
  longest: number;
  p99: number;
  over50: number;
  /** Frames whose work alone took more than two refreshes at 60 a second. */
  dropped: number;
}

export interface Frames {
  count: number;
  /** By the clock. */
  wall: FrameTimes;
  /** By the thread's own processor time; null where the trace does not tell. */
  processor: FrameTimes | null;
}

const REFRESH_MS = 1000 / 60;

/**
 * Frames of the page out of a trace. A frame's work is all that the main thread did from one commit to the next: input, scripts, style,
 * layout, paint. Idle time in between is not counted.
 */
export function framesOf(events: readonly TraceEvent[]): Frames {
  const main = mainThread(events);
  const own = events.filter((e) => e.pid === main.pid && e.tid === main.tid);
  const tasks = own.filter((e) => e.name === 'RunTask' && e.ph === 'X' && e.dur !== undefined).toSorted((a, b) => a.ts - b.ts);
  const commits = own
    .filter((e) => e.name === 'Commit')
    .map((e) => e.ts + (e.dur ?? 0))
    .toSorted((a, b) => a - b);
  if (tasks.length === 0 || commits.length === 0) throw new Error('The trace holds no frames.');
  const wall: number[] = [];
  const processor: number[] = [];
  let at = 0;
  for (const commit of commits) {
    let [clock, own] = [0, 0];
    for (let task = tasks[at]; task && task.ts < commit; task = tasks[++at]) {
      clock += task.dur! / 1000;
      own += (task.tdur ?? 0) / 1000;
    }
    wall.push(clock);
    processor.push(own);
  }
  return { count: commits.length, wall: timesOf(wall), processor: tasks.some((t) => t.tdur !== undefined) ? timesOf(processor) : null };
}

function timesOf(work: readonly number[]): FrameTimes {
  const sorted = work.toSorted((a, b) => a - b);
  return {
    longest: sorted.at(-1)!,
    p99: sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))]!,
    over50: work.filter((ms) => ms > 50).length,
    dropped: work.filter((ms) => ms > 2 * REFRESH_MS).length,
  };
}

/** The page's main thread: of those that are called so, the one that did most. */
function mainThread(events: readonly TraceEvent[]): { pid: number; tid: number } {
  const named = events.filter((e) => e.name === 'thread_name' && e.args?.name === 'CrRendererMain');
  const commits = (thread: TraceEvent): number =>
    events.filter((e) => e.pid === thread.pid && e.tid === thread.tid && e.name === 'Commit').length;
  const best = named.toSorted((a, b) => commits(b) - commits(a))[0];
  if (!best) throw new Error('The trace names no main thread of a page.');
  return best;
}
