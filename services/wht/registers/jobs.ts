import type { ExportJob } from '../../reports/job.ts';
import { writeDocument } from '../../statements/export/jobs.ts';
import { whtRegisterDocument } from './document.ts';
import { listBytes, listText } from './list-file.ts';
import { completeList } from './returns.ts';

/** The WHT register and authorities' lists as files. */
export const whtRegisterJobs: { [N in 'export/whtRegister' | 'export/whtPnd' | 'export/whtList']: ExportJob<N> } = {
  'export/whtRegister': {
    what: ({ first, last }) => `WHT register ${first} ${last}`,
    selection: () => null,
    write: (sink, input, context) =>
      writeDocument(
        sink,
        // A printed register has its heads in both languages unless one was asked for.
        { ...input, bilingual: input.bilingual || (input.format === 'pdf' && input.language === null) },
        context,
        (read, language) => whtRegisterDocument(read, input, language),
      ),
  },
  'export/whtPnd': {
    what: ({ kind, period }) => `WHT list TH-PND-${kind} ${period}`,
    selection: () => null,
    write: async (sink, { kind, period, format, encoding, leaveOut, condition }, { session }) => {
      const listed = completeList(session.book().read, `TH-PND-${kind}`, period, leaveOut, condition);
      await sink.write(listBytes(listText(listed, format), format, encoding));
      return listed.rows.length;
    },
  },
  'export/whtList': {
    what: ({ list, period }) => `WHT list ${list} ${period}`,
    selection: () => null,
    write: async (sink, { list, period, format, leaveOut }, { session }) => {
      const listed = completeList(session.book().read, list, period, leaveOut);
      await sink.write(listBytes(listText(listed, format), format, 'utf-8'));
      return listed.rows.length;
    },
  },
};
