import type { Measure } from '../../contract/schema.ts';
import { shown } from '../figures.ts';
import type { ReportData } from '../data.ts';
import { currenciesOf } from '../tables/groups.ts';
import { fill, type Words } from '../words.ts';
import { MARGIN, type Flow } from './flow.ts';
import { ACCENT, AMBER, BLUE, GREEN, INK, MUTED, RED, RULE, TINT, type Colour } from './page.ts';
import { widthOf, wrap } from './text.ts';

/** The name of the country in the report's language, with its code. */
export function countryName(code: string, language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }).of(code);
  return name ? `${name} (${code})` : code;
}

/** Who, where, when and in which state: the head of the first page. */
export function drawTitle(flow: Flow, data: Pick<ReportData, 'language' | 'period' | 'book' | 'state' | 'summary'>, words: Words): void {
  const { regular, bold } = flow.faces;
  const page = flow.page;
  page.fill(flow.left, flow.y, 34, 3, ACCENT);
  flow.y += 26;
  page.text(flow.left, flow.y, words.title, { face: bold, size: 20 });
  page.text(flow.left + flow.width, flow.y, data.period, { face: bold, size: 20, colour: ACCENT, align: 'right' });
  flow.y += 16;
  page.rule(flow.left, flow.y, flow.width, INK, 0.8);
  flow.y += 18;
  const facts: [string, string][] = [
    [words.company, data.book.company || words.none],
    [words.period, `${data.period} · ${words.billStatus[data.summary.status]}`],
    [words.entity, data.book.entity],
    [words.country, countryName(data.book.country, data.language)],
    [words.book, data.book.name],
    [words.state, data.state ? `${data.state.at.slice(0, 19).replace('T', ' ')} UTC · ${words.stateEntry} ${data.state.seq}` : words.none],
  ];
  const half = flow.width / 2;
  for (let i = 0; i < facts.length; i += 2) {
    const pair = facts.slice(i, i + 2).map(([label, value]) => ({ label, lines: wrap(regular, value, 9, half - 16) }));
    pair.forEach(({ label, lines }, k) => {
      page.text(flow.left + k * half, flow.y, label, { face: regular, size: 7.5, colour: MUTED });
      lines.forEach((line, n) => page.text(flow.left + k * half, flow.y + 12 + n * 12, line, { face: regular, size: 9 }));
    });
    flow.y += 18 + 12 * Math.max(...pair.map((p) => p.lines.length));
  }
  flow.y += 2;
}

/** The month's figures in one row of fields for each currency. */
export function drawKeyFigures(flow: Flow, data: ReportData, words: Words, measuresOf: (currency: string) => readonly Measure[]): void {
  heading(flow, words.keyFigures);
  const { regular, bold } = flow.faces;
  for (const currency of currenciesOf(data)) {
    const totals = data.summary.totals[currency];
    const total = data.summary.total[currency] ?? null;
    const fields: [string, string | null][] = [
      [`${words.totalOf} ${currency}`, total],
      ...measuresOf(currency)
        .slice(0, 5)
        .map((m): [string, string | null] => [words.measures[m], totals?.[m] ?? null]),
    ];
    const first = 128;
    const rest = (flow.width - first) / Math.max(1, fields.length - 1);
    flow.need(46);
    flow.page.fill(flow.left, flow.y, flow.width, 40, TINT);
    fields.forEach(([label, value], i) => {
      const x = i === 0 ? flow.left + 10 : flow.left + first + rest * i - 10;
      const align = i === 0 ? 'left' : 'right';
      flow.page.text(x, flow.y + 14, label, { face: regular, size: 7.5, colour: MUTED, align });
      const text = value === null ? '' : shown(value, currency).replace('-', '−');
      const limit = i === 0 ? first : rest - 8;
      let size = i === 0 ? 14 : 10;
      while (size > 6 && widthOf(bold, text, size) > limit) size -= 0.5;
      flow.page.text(x, flow.y + 31, text, { face: i === 0 ? bold : regular, size, align, colour: value?.startsWith('-') ? RED : INK });
    });
    flow.y += 46;
  }
  note(flow, words.totalNote);
}

/** How the checks came out, in one line. */
export function drawVerdict(flow: Flow, data: ReportData, words: Words): void {
  const { counts, checks } = data.reconciliation;
  const bad = counts.fail > 0 || counts.missing > 0;
  const colour: Colour =
    checks.length === 0 ? MUTED : counts.fail > 0 ? RED : counts.missing > 0 ? AMBER : counts.explained > 0 ? BLUE : GREEN;
  const sentence = checks.length === 0 ? words.noChecks : bad ? words.disagree : words.agree;
  flow.y += 9;
  flow.need(30);
  flow.page.fill(flow.left, flow.y, 3, 22, colour);
  flow.page.text(flow.left + 11, flow.y + 9, sentence, { face: flow.faces.bold, size: 9.5, colour });
  flow.page.text(flow.left + 11, flow.y + 20.5, fill(words.checksLine, counts), { face: flow.faces.regular, size: 8, colour: MUTED });
  flow.y += 30;
}

export function heading(flow: Flow, text: string): void {
  flow.y += 14;
  flow.page.text(flow.left, flow.y + 9, text, { face: flow.faces.bold, size: 11.5, colour: ACCENT });
  flow.y += 17;
}

/** Small print under a table. */
export function note(flow: Flow, text: string): void {
  for (const line of wrap(flow.faces.regular, text, 7, flow.width)) {
    flow.need(10);
    flow.page.text(flow.left, flow.y + 8, line, { face: flow.faces.regular, size: 7, colour: MUTED });
    flow.y += 9.5;
  }
}

/** Height of the sign-off in points. */
export const SIGN_OFF = 132;

/** Who has signed in the book, by the places to sign. */
export interface Signed {
  role: 'prepared' | 'reviewed' | 'approved';
  name: string | null;
  date: string | null;
}

/** Three places to sign at the bottom of the page; never torn over two. Name and day stand there where they are known. */
export function drawSignOff(flow: Flow, words: Words, signed: readonly Signed[] = []): void {
  flow.need(SIGN_OFF);
  flow.y += flow.room - SIGN_OFF;
  heading(flow, words.signOff);
  const gap = 20;
  const width = (flow.width - 2 * gap) / 3;
  const roles = [
    ['prepared', words.preparedBy],
    ['reviewed', words.reviewedBy],
    ['approved', words.approvedBy],
  ] as const;
  roles.forEach(([id, role], i) => {
    const x = flow.left + i * (width + gap);
    const known = signed.find((s) => s.role === id);
    flow.page.text(x, flow.y + 8, role, { face: flow.faces.bold, size: 9 });
    [words.name, words.signature, words.signDate].forEach((label, k) => {
      const y = flow.y + 34 + k * 28;
      flow.page.rule(x, y, width, RULE, 0.6);
      const value = [known?.name, null, known?.date][k] ?? null;
      if (value !== null)
        flow.page.text(x, y - 4, wrap(flow.faces.regular, value, 9, width)[0] ?? '', { face: flow.faces.regular, size: 9 });
      flow.page.text(x, y + 9, label, { face: flow.faces.regular, size: 7, colour: MUTED });
    });
  });
  flow.y = flow.page.height - MARGIN.bottom;
}
