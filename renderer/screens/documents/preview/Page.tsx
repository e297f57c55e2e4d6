import { useEffect, useRef, useState, type RefObject } from 'react';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/preview.json';
import { PreviewTrouble, type PageSize, type Paper, type Turn } from './paper.ts';
import { scaleOf, turned, type Zoom } from './zoom.ts';

/** Painted so far out of sight, in pixels; farther away the picture is given back. */
const AHEAD = '600px';

/** One page as a picture, painted while it is near the part that is seen. `guess` is its size until it is known. */
export function Page({
  paper,
  number,
  guess,
  zoom,
  turn,
  room,
  scroller,
}: {
  paper: Paper;
  number: number;
  guess: PageSize;
  zoom: Zoom;
  turn: Turn;
  room: number;
  scroller: RefObject<HTMLDivElement | null>;
}) {
  const t = useWords<typeof words>('preview');
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  /** Null until it is known. */
  const [near, setNear] = useState<boolean | null>(null);
  const [size, setSize] = useState(guess);
  const [state, setState] = useState<'waiting' | 'painted' | 'failed'>('waiting');
  const shown = turned(size, turn);
  const scale = scaleOf(zoom, shown, room);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting ?? false), {
      root: scroller.current,
      rootMargin: AHEAD,
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);
  useEffect(() => {
    const picture = canvas.current;
    if (!near || !picture) return undefined;
    const ended = new AbortController();
    const paint = async (): Promise<void> => {
      try {
        const real = await paper.size(number);
        if (ended.signal.aborted) return;
        setSize((old) => (old.width === real.width && old.height === real.height ? old : real));
        await paper.paint(number, picture, scaleOf(zoom, turned(real, turn), room), turn, ended.signal);
        if (!ended.signal.aborted) setState('painted');
      } catch (error) {
        if (!ended.signal.aborted) setState('failed');
        if (!(error instanceof PreviewTrouble)) reportError(error);
      }
    };
    void paint();
    return () => ended.abort();
  }, [near, paper, number, zoom, turn, room]);
  useEffect(() => {
    if (near !== false || !canvas.current) return;
    canvas.current.width = 0;
    setState('waiting');
  }, [near]);
  return (
    <div
      ref={box}
      className="preview-page"
      data-page={number}
      data-state={state}
      aria-busy={near !== false && state === 'waiting'}
      style={{ width: Math.round(shown.width * scale), height: Math.round(shown.height * scale) }}
    >
      <canvas ref={canvas} role="img" aria-label={t('page', { page: number, pages: paper.pages })} />
      {state === 'failed' && <p className="preview-failed">{t('pageFailed')}</p>}
    </div>
  );
}
