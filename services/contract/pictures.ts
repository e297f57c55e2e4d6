import { z } from 'zod';
import { job } from './procedure.ts';
import { written } from './reports.ts';
import { fileToken } from './schema.ts';

/** Long enough for any chart, short enough for one call. */
const MAX_PICTURE = 6 * 1024 * 1024;

export const pictures = {
  /** A chart as the page drew it: the text of an SVG, or a PNG in base64. Judged before it is written. */
  'export/picture': job(
    z.object({
      title: z.string().trim().min(1).max(200),
      format: z.enum(['svg', 'png']),
      data: z.string().min(1).max(MAX_PICTURE),
      target: fileToken,
    }),
    written,
    ['reports'],
  ),
};
