import { describe, expect, it } from 'vitest';
import { contentsOfPdf, pdfWarning } from './pdf-contents.ts';

describe('what a PDF does beside showing pages', () => {
  it.each([
    ['<< /Type /Catalog /Pages 2 0 R >>', []],
    ['<< /S /JavaScript /JS (app.alert(1)) >>', ['script']],
    ['<< /S/JavaScript/JS 7 0 R >>', ['script']],
    // A name whose letters are written by number is the same name.
    ['<< /S /J#61va#53cript >>', ['script']],
    ['<< /OpenAction << /S /Launch /F (calc.exe) >> >>', ['program']],
    ['<< /Names << /EmbeddedFiles 4 0 R >> >>', ['files']],
    ['<< /S /SubmitForm /F (https://example.com) >> << /Subtype /RichMedia >>', ['sends', 'media']],
    ['<< /AcroForm << /XFA 3 0 R >> >>', ['dynamic-form']],
    // Longer names that only begin so, and words in texts.
    ['/JSON /LaunchPad (JavaScript) /JavaScripts', []],
  ])('%s', (text, contents) => expect(contentsOfPdf([text])).toEqual(contents));
  it('has a sentence for each', () => {
    const all = contentsOfPdf(['/JS /Launch /EmbeddedFile /ImportData', '/Movie /XFA']);
    expect(all).toEqual(['script', 'program', 'files', 'sends', 'media', 'dynamic-form']);
    expect(new Set(all.map((content) => pdfWarning(content).template)).size).toBe(6);
  });
});
