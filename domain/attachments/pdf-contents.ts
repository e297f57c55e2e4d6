import { say, type Said } from '../words/said.ts';

/** Things in a PDF that do more than show a page. None of it is ever run here; readers elsewhere may. */
export type PdfContent = 'script' | 'program' | 'files' | 'sends' | 'media' | 'dynamic-form';

/** Names of ISO 32000 that stand for them. */
const NAMES: readonly [PdfContent, readonly string[]][] = [
  ['script', ['JavaScript', 'JS']],
  ['program', ['Launch']],
  ['files', ['EmbeddedFile', 'EmbeddedFiles', 'FileAttachment']],
  ['sends', ['SubmitForm', 'ImportData']],
  ['media', ['RichMedia', 'Movie', 'Screen']],
  ['dynamic-form', ['XFA']],
];

const STANDS_FOR = new Map(NAMES.flatMap(([content, names]) => names.map((name) => [name, content] as const)));

const WORDS: Record<PdfContent, Said> = {
  script: say`This PDF holds scripts. Tallybook runs none of them; other programs may.`,
  program: say`This PDF asks to start a program. Tallybook never does; other programs may ask you.`,
  files: say`This PDF carries other files inside. They are kept with it and not opened here.`,
  sends: say`This PDF has a form that sends or fetches data. Tallybook does neither.`,
  media: say`This PDF holds sound, film or 3D. It is not played here.`,
  'dynamic-form': say`This PDF is a dynamic form (XFA). Its pages may look empty here; open it in the program that made it.`,
};

/** `#4a` in a name is the letter J (ISO 32000, 7.3.5): a way to hide one. */
const unescape = (name: string): string =>
  name.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** What the text of a PDF's objects names, in a fixed order; contents of streams must be left out of it. */
export function contentsOfPdf(texts: Iterable<string>): PdfContent[] {
  const found = new Set<PdfContent>();
  for (const text of texts)
    for (const [name] of text.matchAll(/\/[\w#]{2,60}/g)) {
      const content = STANDS_FOR.get(unescape(name.slice(1)));
      if (content !== undefined) found.add(content);
    }
  return NAMES.filter(([content]) => found.has(content)).map(([content]) => content);
}

export const pdfWarning = (content: PdfContent): Said => WORDS[content];
