import type { PDFDocument } from 'pdf-lib';
import { dataTime, type ReportData } from '../data.ts';
import type { Words } from '../words.ts';

/** What the file says of itself; times come from the data, so that the same book gives the same bytes. */
export function describe(
  document: PDFDocument,
  data: Pick<ReportData, 'language' | 'period' | 'book' | 'state'>,
  title: string,
  words: Words,
): void {
  const time = dataTime(data);
  document.setTitle(`${title} ${data.period}`, { showInWindowTitleBar: true });
  if (data.book.company) document.setAuthor(data.book.company);
  document.setSubject(data.state ? `${words.footerState} ${data.state.hash}` : title);
  document.setCreator('Tallybook');
  document.setProducer('Tallybook (pdf-lib)');
  document.setLanguage(data.language);
  document.setCreationDate(time);
  document.setModificationDate(time);
}
