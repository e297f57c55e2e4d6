import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import {
  drawnRows,
  mostPhysical,
  mostVirtual,
  pageRows,
  restingPlace,
  sheetHeight,
  shiftAfter,
  virtualFor,
  type Extent,
} from './row-window.ts';

const OVERSCAN = 6;
/** Nothing has moved for so long: the scroll bar may be set right. */
const REST_MS = 140;

export interface RowWindow {
  first: number;
  last: number;
  /** Pixels to take off every row's place. */
  shift: number;
  /** Height of the element that holds the rows. */
  height: number;
  /** Rows that PageDown goes by. */
  page: number;
  scrollTo: (index: number) => void;
}

/** Which rows of a long table to draw, and where (row-window.ts). */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, { count, rowHeight, head, foot }: Omit<Extent, 'view'>): RowWindow {
  const [view, setView] = useState(0);
  const extent = { count, rowHeight, head, foot, view: Math.max(view, head + foot + rowHeight) };
  const now = useRef(extent);
  const place = useRef({ physical: 0, shift: 0 });
  const [shown, setShown] = useState({ virtual: 0, shift: 0 });
  useLayoutEffect(() => {
    now.current = extent;
  });

  const settle = useCallback((physical: number, shift: number, sync: boolean) => {
    place.current = { physical, shift };
    const virtual = Math.min(physical + shift, mostVirtual(now.current));
    const update = (): void =>
      setShown((old) => {
        const before = drawnRows(now.current, old.virtual, OVERSCAN);
        const after = drawnRows(now.current, virtual, OVERSCAN);
        return old.shift === shift && before.first === after.first && before.last === after.last ? old : { virtual, shift };
      });
    // Rows stand in the frame in which the scroller moved, not in the next one.
    if (sync) flushSync(update);
    else update();
  }, []);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    let resting: ReturnType<typeof setTimeout> | undefined;
    const rest = (): void => {
      const { physical, shift } = place.current;
      const wanted = restingPlace(now.current, physical + shift);
      if (Math.abs(wanted - physical) < 2) return;
      const virtual = physical + shift;
      element.scrollTop = wanted;
      settle(element.scrollTop, Math.round(virtual - element.scrollTop), true);
    };
    const onScroll = (): void => {
      const physical = element.scrollTop;
      clearTimeout(resting);
      resting = setTimeout(rest, REST_MS);
      // As it was set from here: the rows stand already.
      if (Math.abs(physical - place.current.physical) < 1) return;
      settle(physical, shiftAfter(now.current, place.current.shift, place.current.physical, physical), true);
    };
    const resize = new ResizeObserver(() => setView(element.clientHeight));
    setView(element.clientHeight);
    resize.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(resting);
      resize.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [scroller, settle]);

  // Fewer rows than before: the browser moves the scroller without saying from where.
  useEffect(() => {
    const element = scroller.current;
    if (element && element.scrollTop !== place.current.physical)
      settle(element.scrollTop, shiftAfter(now.current, 0, -1e9, element.scrollTop), false);
    else if (mostVirtual(now.current) === 0) settle(0, 0, false);
  }, [count, rowHeight, scroller, settle]);

  const scrollTo = useCallback(
    (index: number) => {
      const element = scroller.current;
      if (!element) return;
      const { physical, shift } = place.current;
      const virtual = physical + shift;
      const wanted = virtualFor(now.current, index, virtual);
      if (wanted === virtual) return;
      const near = Math.abs(wanted - virtual) <= 2 * now.current.view;
      // Not read back: that would lay the page out twice for each press of a key.
      const there = Math.round(near ? physical + wanted - virtual : restingPlace(now.current, wanted));
      const next = Math.min(mostPhysical(now.current), Math.max(0, there));
      element.scrollTop = next;
      settle(next, Math.round(wanted - next), false);
    },
    [scroller, settle],
  );

  const virtual = Math.min(shown.virtual, mostVirtual(extent));
  return { ...drawnRows(extent, virtual, OVERSCAN), shift: shown.shift, height: sheetHeight(extent), page: pageRows(extent), scrollTo };
}
