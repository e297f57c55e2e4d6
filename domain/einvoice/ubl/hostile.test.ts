import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack, xmlOf } from '../../../test/support/einvoice.ts';
import { checkRead } from '../rules/check.ts';
import type { XmlElement } from '../xml.ts';
import { readUbl } from './read.ts';
import { writeUbl } from './write.ts';

const roots = Object.values(pack('examples-ubl')).map((text) => xmlOf(text));
const texts = [
  '',
  'x',
  '-',
  '1e9999',
  '9'.repeat(60),
  '0.000000000000000000000001',
  '-0',
  'NaN',
  '2023-02-30',
  '2023-01-01+08:00',
  '#AAI#',
  'VAT',
];

/** The tree with elements left out, doubled, moved, renamed or given another text, by the numbers drawn. */
function bent(element: XmlElement, draw: () => number): XmlElement {
  const children = element.children.flatMap((child) => {
    const kept = bent(child, draw);
    switch (draw() % 12) {
      case 0:
        return [];
      case 1:
        return [kept, kept];
      case 2:
        return [{ ...kept, name: element.children[draw() % element.children.length]!.name }];
      case 3:
        return [{ ...kept, text: texts[draw() % texts.length]! }];
      case 4:
        return [{ ...kept, attributes: [] }];
      default:
        return [kept];
    }
  });
  return { ...element, children };
}

describe('a bent invoice', () => {
  it('is read, judged and written whatever stands in it, and loses nothing silently', () => {
    fc.assert(
      fc.property(fc.constantFrom(...roots), fc.array(fc.nat(1000), { minLength: 50, maxLength: 200 }), (root, numbers) => {
        let at = 0;
        const tree = bent(root, () => numbers[at++ % numbers.length]!);
        const read = readUbl(tree);
        const findings = checkRead(read);
        expect(findings.every((f) => f.says.en !== '' && f.says.zh !== '')).toBe(true);
        expect(writeUbl(read.invoice)).toContain('</');
        // Every text of the file is in the model or told, by itself or with the element that it is part of.
        const known = JSON.stringify([read.invoice, findings]);
        const ways = findings.filter((f) => f.rule === 'FILE-UNREAD').map((f) => String(f.detail?.params['way']));
        for (const { way, text } of textsIn(tree, tree.name))
          expect(
            ways.some((told) => way.startsWith(told)) || known.includes(JSON.stringify(text.slice(0, 30)).slice(1, -1)) ? '' : way,
          ).toBe('');
      }),
      { numRuns: 60 },
    );
  });
});

/** Texts of elements without children but for those that say what others are, and attachments, whose blanks are dropped. */
const SILENT = new Set(['ChargeIndicator', 'DocumentTypeCode', 'NetworkID', 'EmbeddedDocumentBinaryObject', 'Note']);
function textsIn(element: XmlElement, way: string): { way: string; text: string }[] {
  if (element.children.length > 0) {
    const told = element.children.filter((c) => !(element.name === 'TaxScheme' && c.name === 'ID'));
    return told.flatMap((child) => textsIn(child, `${way}/${child.name}`));
  }
  const text = element.text.trim();
  return text === '' || SILENT.has(element.name) || /\s\s|[\r\n\t]/.test(text) || text === 'NA' || /^\d{4}-/.test(text)
    ? []
    : [{ way, text }];
}
