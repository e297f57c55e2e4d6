import type { Style } from 'exceljs';
import { STYLES, type StyleIds, type StyleName } from './styles.ts';

type Font = NonNullable<Style['font']>;

/** Elements of one kind, each once, by number. */
class Numbered {
  readonly items: string[];
  constructor(...first: string[]) {
    this.items = first;
  }
  of(xml: string): number {
    const known = this.items.indexOf(xml);
    return known >= 0 ? known : this.items.push(xml) - 1;
  }
  element(name: string): string {
    return `<${name} count="${this.items.length}">${this.items.join('')}</${name}>`;
  }
}

const colour = (value: { argb?: string } | undefined): string => (value?.argb ? `<color rgb="${value.argb}"/>` : '');

const fontXml = ({ bold, size, color, name }: Partial<Font>): string =>
  `<font>${bold ? '<b/>' : ''}<sz val="${size ?? 11}"/>${colour(color)}<name val="${name ?? 'Calibri'}"/></font>`;

function fillXml(fill: Style['fill'] | undefined): string {
  if (fill?.type !== 'pattern') return '<fill><patternFill patternType="none"/></fill>';
  return `<fill><patternFill patternType="${fill.pattern}"><fgColor rgb="${fill.fgColor?.argb ?? 'FFFFFFFF'}"/></patternFill></fill>`;
}

function borderXml(border: Partial<Style['border']> | undefined): string {
  const side = (name: 'left' | 'right' | 'top' | 'bottom'): string => {
    const line = border?.[name];
    return line ? `<${name} style="${line.style ?? 'thin'}">${colour(line.color)}</${name}>` : `<${name}/>`;
  };
  return `<border>${side('left')}${side('right')}${side('top')}${side('bottom')}<diagonal/></border>`;
}

function alignmentXml(alignment: Partial<Style['alignment']> | undefined): string {
  if (!alignment) return '';
  const { horizontal, vertical, wrapText, indent } = alignment;
  const vert = vertical === 'middle' ? 'center' : vertical;
  return `<alignment${horizontal ? ` horizontal="${horizontal}"` : ''}${vert ? ` vertical="${vert}"` : ''}${wrapText ? ' wrapText="1"' : ''}${indent ? ` indent="${indent}"` : ''}/>`;
}

/** The part `xl/styles.xml` of STYLES, and the number of each style in it (ECMA-376 18.8). */
export function stylesXml(): { xml: string; ids: StyleIds } {
  const fonts = new Numbered(fontXml({}));
  // The first two fills are given by the format.
  const fills = new Numbered(fillXml(undefined), '<fill><patternFill patternType="gray125"/></fill>');
  const borders = new Numbered(borderXml(undefined));
  const formats = new Numbered();
  const cells = new Numbered('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>');
  const ids = Object.fromEntries(
    (Object.keys(STYLES) as StyleName[]).map((name) => {
      const style: Partial<Style> = STYLES[name];
      // Numbers of a workbook's own formats begin at 164.
      const format = style.numFmt === undefined ? 0 : style.numFmt === '@' ? 49 : 164 + formats.of(style.numFmt);
      const numbers = `numFmtId="${format}" fontId="${fonts.of(fontXml(style.font ?? {}))}" fillId="${fills.of(fillXml(style.fill))}" borderId="${borders.of(borderXml(style.border))}"`;
      const xml = `<xf ${numbers} xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignmentXml(style.alignment)}</xf>`;
      return [name, cells.of(xml)];
    }),
  ) as StyleIds;
  const numFmts = formats.items.map(
    (code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${code.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"/>`,
  );
  const xml =
    `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="${numFmts.length}">${numFmts.join('')}</numFmts>` +
    `${fonts.element('fonts')}${fills.element('fills')}${borders.element('borders')}` +
    `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${cells.element('cellXfs')}` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
  return { xml, ids };
}
