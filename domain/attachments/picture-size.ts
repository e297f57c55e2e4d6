import type { FileKind } from './kinds.ts';

export interface PictureSize {
  width: number;
  height: number;
}

/** Most pixels of a picture that is decoded for showing: a scan of A3 at 600 dpi has 70 million. */
export const MOST_PIXELS = 80_000_000;

/** Size of a picture in pixels as its header states it, before anything is decoded; null where no header says it. */
export function pictureSize(kind: FileKind, bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (kind === 'png') return bytes.length < 24 ? null : { width: view.getUint32(16), height: view.getUint32(20) };
  if (kind === 'gif') return bytes.length < 10 ? null : { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  return kind === 'jpeg' ? jpegSize(view) : null;
}

/** Segments of a JPEG (ITU T.81, B.1): marker and length, until one that starts a frame. */
function jpegSize(view: DataView): PictureSize | null {
  let at = 2;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    // Fill bytes, and markers without a length.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 2;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    // Data of the picture has begun without a frame, or the file has ended.
    if (marker === 0xda || marker === 0xd9) return null;
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}
