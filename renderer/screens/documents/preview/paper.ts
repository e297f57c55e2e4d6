/** Why a file that may be attached cannot be shown. It can be saved all the same. */
export type TroubleKind = 'encrypted' | 'broken' | 'too-large' | 'empty';

export class PreviewTrouble extends Error {
  readonly kind: TroubleKind;
  constructor(kind: TroubleKind) {
    super(kind);
    this.kind = kind;
  }
}

/** Of a page as it is printed, in CSS pixels at 100 %. */
export interface PageSize {
  width: number;
  height: number;
}

/** Degrees, clockwise. */
export type Turn = 0 | 90 | 180 | 270;

/** A file as pages that can be painted: nothing of it reaches the document but pixels. */
export interface Paper {
  pages: number;
  size(page: number): Promise<PageSize>;
  /** Paints the page; a signal that is aborted leaves the canvas as it is. Pages are numbered from 1. */
  paint(page: number, canvas: HTMLCanvasElement, scale: number, turn: Turn, signal: AbortSignal): Promise<void>;
  /** Ends what is under way and gives the memory back. */
  close(): void;
}
