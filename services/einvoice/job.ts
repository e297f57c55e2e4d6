import { writeUbl } from '../../domain/einvoice/ubl/write.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { RuleFinding } from '../contract/einvoice.ts';
import type { ExportJob } from '../reports/job.ts';
import { gatherRecord } from './gather-record.ts';
import { checkRecord } from './record-model/index.ts';
import { verdictOf } from './verdict.ts';

/** What the export of an electronic invoice answers beside what every export does. */
export interface EInvoiceDetails {
  warnings: RuleFinding[];
}

/** A document as UBL, apart from where it runs. Refuses with `einvoice.invalid` before anything is written. */
export const einvoiceJob: ExportJob<'export/einvoice'> = {
  what: ({ number }) => `electronic invoice ${number}`,
  selection: ({ number, vendor }) => ({ search: number, ...(vendor && { vendor }) }),
  async write(sink, { number, vendor, profile }, context) {
    const source = gatherRecord(context.session.book().read, number, vendor);
    const { invoice, findings } = checkRecord(source, profile);
    const { valid, fatal, findings: told } = verdictOf(findings, true);
    if (!valid) refuseInvalid(number, fatal, told);
    await sink.write(Buffer.from(writeUbl(invoice), 'utf8'));
    const details: EInvoiceDetails = { warnings: told };
    return { rows: invoice.lines?.length ?? 0, details };
  },
};

/** Names every broken rule once, and what to do about the first. */
function refuseInvalid(number: string, fatal: number, told: RuleFinding[]): never {
  const broken = told.filter((f) => f.severity === 'fatal');
  const rules = [...new Set(broken.map((f) => f.rule))];
  const first = broken.find((f) => f.remedy !== null) ?? broken[0]!;
  return refuse(
    'einvoice.invalid',
    say`${{ number }} would not be a valid electronic invoice: it breaks ${{ count: fatal }} rules (${{ rules }}). First: ${{ first: first.says }}`,
    {
      value: number,
      remedy: first.remedy ? say`${{ remedy: first.remedy }}` : 'Check the document, and mend each rule that the check names.',
      findings: told,
    },
  );
}
