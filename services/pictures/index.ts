import { kindOf, isWhole } from '../../domain/attachments/sniff.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { recordExport } from '../reports/record.ts';
import { exportTarget } from '../reports/target.ts';
import type { Handlers } from '../runtime/services.ts';
import { isSafeSvg } from './safe-svg.ts';

/** Writes the picture of a chart. A page can write pictures alone by this way: anything else is refused. */
export const picturesHandlers: Handlers<'export/picture'> = {
  'export/picture': async ({ title, format, data, target: token }, context) => {
    const target = await exportTarget(context, token);
    const bytes = Buffer.from(data, format === 'svg' ? 'utf8' : 'base64');
    const picture = format === 'svg' ? isSafeSvg(data) : kindOf(bytes) === 'png' && isWhole('png', bytes);
    if (!picture)
      refuse('export.no-picture', say`This is no ${{ format: format.toUpperCase() }} picture.`, {
        file: target.name,
        remedy: 'Save the chart again from its own screen.',
      });
    const result = await writeAtomically(target.path, context.signal, async (sink) => {
      await sink.write(bytes);
      return 1;
    });
    const written = { file: target.name, sha256: result.sha256, rows: result.value, bytes: result.bytes };
    return recordExport(context, 'export/picture', title, format, written);
  },
};
