import type { Style } from 'exceljs';

const INK = { argb: 'FF1F2933' };
const MUTED = { argb: 'FF5F6B76' };
const HEADER_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE9EDF2' } } as const;
const LINE = { style: 'thin', color: { argb: 'FFB8C2CC' } } as const;
const BASE = { name: 'Calibri', size: 11, color: INK } as const;
const BOLD = { ...BASE, bold: true } as const;

/** At least two decimals, at most eight; negative by sign and colour. */
const EIGHT = '#,##0.00######;[Red]-#,##0.00######';
const TEN = '#,##0.00########;[Red]-#,##0.00########';
const COUNT = '#,##0';
const DATE = 'yyyy-mm-dd';

const right = { horizontal: 'right', vertical: 'top', indent: 1 } as const;
const left = { horizontal: 'left', vertical: 'top' } as const;
const wrapped = { ...left, wrapText: true } as const;
const total = { font: BOLD, border: { top: LINE } } as const;

/** Every style a report's workbook has. `exact` is a figure too long for a number, kept as text. */
export const STYLES = {
  text: { font: BASE, alignment: left },
  wrapped: { font: BASE, alignment: wrapped },
  eight: { font: BASE, numFmt: EIGHT, alignment: right },
  ten: { font: BASE, numFmt: TEN, alignment: right },
  exact: { font: BASE, numFmt: '@', alignment: right },
  count: { font: BASE, numFmt: COUNT, alignment: right },
  date: { font: BASE, numFmt: DATE, alignment: left },
  totalText: { ...total, alignment: left },
  totalEight: { ...total, numFmt: EIGHT, alignment: right },
  totalTen: { ...total, numFmt: TEN, alignment: right },
  totalExact: { ...total, numFmt: '@', alignment: right },
  totalCount: { ...total, numFmt: COUNT, alignment: right },
  header: { font: BOLD, fill: HEADER_FILL, border: { bottom: LINE }, alignment: { ...left, vertical: 'middle', wrapText: true } },
  headerRight: { font: BOLD, fill: HEADER_FILL, border: { bottom: LINE }, alignment: { ...right, vertical: 'middle', wrapText: true } },
  title: { font: { ...BOLD, size: 16 }, alignment: { ...left, vertical: 'middle' } },
  section: { font: { ...BOLD, size: 12 }, alignment: { ...left, vertical: 'middle' } },
  label: { font: { ...BASE, color: MUTED }, alignment: left },
} as const satisfies Record<string, Partial<Style>>;

export type StyleName = keyof typeof STYLES;
export type StyleIds = Record<StyleName, number>;
