import { describe, expect, it } from 'vitest';
import { holds, PARTS, reportName } from './report.ts';

describe('reports', () => {
  it('are named after book and period, safely', () => {
    expect(reportName('Acme / Ltd.tallybook', '2023-09', 'xlsx')).toBe('Acme-Ltd-2023-09-report.xlsx');
    expect(reportName('账本', '2023-09', 'csv')).toBe('账本-2023-09-lines.csv');
    expect(reportName('账本', '2023-09', 'csv', 'statement')).toBe('账本-2023-09-statement.csv');
  });
  it('hold the lines in XLSX and CSV, and nothing but lines in CSV', () => {
    expect(PARTS.filter((part) => holds('csv', part))).toEqual(['lines']);
    expect(PARTS.filter((part) => !holds('pdf', part))).toEqual(['lines']);
    expect(PARTS.every((part) => holds('xlsx', part))).toBe(true);
  });
});
