import type { PageSize, Turn } from './paper.ts';

/** `fit` is the width of the pane. */
export type Zoom = 'fit' | number;

const STEPS = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.25, 1.5, 2, 3, 4, 6] as const;
/** Most pixels of one canvas: 64 MB of memory. */
const MOST_PIXELS = 16_000_000;
const MARGIN = 32;

export const turned = ({ width, height }: PageSize, turn: Turn): PageSize =>
  turn % 180 === 0 ? { width, height } : { width: height, height: width };

/** How much larger than at 100 % a page is shown in a pane of `room` pixels. */
export function scaleOf(zoom: Zoom, size: PageSize, room: number): number {
  if (zoom !== 'fit') return zoom;
  const scale = (room - MARGIN) / size.width;
  return Math.min(Math.max(scale, STEPS[0]), STEPS.at(-1)!);
}

/** The next step in or out of what is shown now. */
export function stepped(scale: number, by: 1 | -1): number {
  const near = 0.01;
  return by === 1
    ? (STEPS.find((step) => step > scale + near) ?? STEPS.at(-1)!)
    : (STEPS.findLast((step) => step < scale - near) ?? STEPS[0]);
}

/** Pixels of a canvas for one of the screen, at most so many that the canvas stays within bounds. */
export function density(size: PageSize, scale: number, screen: number): number {
  const pixels = size.width * scale * size.height * scale;
  return Math.min(screen, Math.sqrt(MOST_PIXELS / Math.max(1, pixels)));
}

/** Index of the page of which most is seen in a pane that is scrolled to `top`; of equals the first. */
export function mostSeen(pages: readonly { offsetTop: number; offsetHeight: number }[], top: number, height: number): number {
  const seen = pages.map((page) => Math.min(page.offsetTop + page.offsetHeight, top + height) - Math.max(page.offsetTop, top));
  return Math.max(0, seen.indexOf(Math.max(...seen)));
}
