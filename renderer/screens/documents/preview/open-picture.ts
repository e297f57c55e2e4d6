import { KINDS, type FileKind } from '../../../../domain/attachments/kinds.ts';
import { MOST_PIXELS, pictureSize } from '../../../../domain/attachments/picture-size.ts';
import { PreviewTrouble, type Paper } from './paper.ts';
import { density, turned } from './zoom.ts';

/** A larger picture is kept in memory at this many pixels. */
const KEPT_PIXELS = 24_000_000;

/** Opens a picture for painting: decoded by the browser, of an animation the first frame, larger than its header allows never. */
export async function openPicture(kind: FileKind, bytes: Uint8Array<ArrayBuffer>): Promise<Paper> {
  const stated = pictureSize(kind, bytes);
  if (!stated || stated.width === 0 || stated.height === 0) throw new PreviewTrouble('broken');
  const pixels = stated.width * stated.height;
  if (pixels > MOST_PIXELS) throw new PreviewTrouble('too-large');
  const picture = new Blob([bytes], { type: KINDS[kind].type });
  const small = pixels > KEPT_PIXELS ? { resizeWidth: Math.floor(stated.width * Math.sqrt(KEPT_PIXELS / pixels)) } : {};
  const bitmap = await createImageBitmap(picture, { imageOrientation: 'from-image', resizeQuality: 'high', ...small }).catch(() => {
    throw new PreviewTrouble('broken');
  });
  const size = { width: bitmap.width, height: bitmap.height };
  return {
    pages: 1,
    size: () => Promise.resolve(size),
    paint: (_page, canvas, scale, turn, signal) => {
      if (signal.aborted) return Promise.resolve();
      const real = scale * density(size, scale, window.devicePixelRatio);
      const box = turned(size, turn);
      canvas.width = Math.max(1, Math.floor(box.width * real));
      canvas.height = Math.max(1, Math.floor(box.height * real));
      const context = canvas.getContext('2d');
      context?.translate(canvas.width / 2, canvas.height / 2);
      context?.rotate((turn * Math.PI) / 180);
      context?.drawImage(bitmap, (-size.width * real) / 2, (-size.height * real) / 2, size.width * real, size.height * real);
      return Promise.resolve();
    },
    close: () => bitmap.close(),
  };
}
