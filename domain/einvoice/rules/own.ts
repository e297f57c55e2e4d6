import type { Bilingual } from '../../words/said.ts';
import type { Severity } from '../finding.ts';

/** What readers tell that no published rule does. */
export interface OwnRule {
  id: string;
  severity: Severity;
  says: Bilingual;
}

const own = (id: string, severity: Severity, en: string, zh: string): OwnRule => ({ id, severity, says: { en, zh } });

export const OWN = {
  number: own('FILE-NUMBER', 'fatal', 'Amounts, quantities and percentages are decimal numbers.', '金额、数量和百分比须为十进制数。'),
  date: own('FILE-DATE', 'fatal', 'Dates are days of the calendar, as YYYY-MM-DD.', '日期须为日历日，写作 YYYY-MM-DD。'),
  zone: own('FILE-ZONE', 'warning', 'Dates have no time zone.', '日期不带时区。'),
  unread: own(
    'FILE-UNREAD',
    'warning',
    'Everything in the file has its place in EN 16931; what has none is not taken over.',
    '文件中的内容应在 EN 16931 中有其位置；没有位置的内容不会被采用。',
  ),
  record: own(
    'RECORD-TOTAL',
    'fatal',
    "A document's lines and tax come to its total, but for a rounding of less than one unit of the currency.",
    '各行与税额之和应等于单据合计，舍入差额须小于 1 个货币单位。',
  ),
} as const;
