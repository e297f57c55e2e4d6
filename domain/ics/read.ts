import { addDays, parseDate, type PlainDate } from '../time/plain-date.ts';

/** An all-day entry as another calendar wrote it; both days inclusive. `line`: where it begins, 1-based. */
export interface ReadEntry {
  line: number;
  first: PlainDate | null;
  last: PlainDate | null;
  summary: string;
  /** It repeats by a rule, which is not read. */
  repeats: boolean;
}

/** The events of a calendar file (RFC 5545), or null where it is none. Anything but day, span and title is passed over. */
export function readIcs(text: string): ReadEntry[] | null {
  const lines = unfold(text);
  if (!lines.some(({ text: line }) => /^BEGIN:VCALENDAR\s*$/i.test(line))) return null;
  const entries: ReadEntry[] = [];
  let inner = 0;
  let open: (ReadEntry & { end: PlainDate | null }) | null = null;
  for (const { text: line, at } of lines) {
    const [, name = '', params = '', value = ''] = /^([\w-]+)((?:;[^:]*)?):(.*)$/s.exec(line) ?? [];
    const key = name.toUpperCase();
    if (key === 'BEGIN' && value.trim().toUpperCase() === 'VEVENT')
      open = { line: at, first: null, last: null, summary: '', repeats: false, end: null };
    else if (!open) continue;
    else if (key === 'BEGIN') inner++;
    else if (key === 'END' && inner > 0) inner--;
    else if (inner > 0) continue;
    else if (key === 'END') {
      const { end, ...entry } = open;
      entries.push({ ...entry, last: entry.first === null ? null : lastDay(entry.first, end) });
      open = null;
    } else if (key === 'DTSTART') open.first = dayOf(value);
    else if (key === 'DTEND') open.end = /VALUE=DATE(?!-)/i.test(params) || /^\d{8}$/.test(value.trim()) ? dayOf(value) : null;
    else if (key === 'SUMMARY') open.summary = unescapeText(value).trim();
    else if (key === 'RRULE' || key === 'RDATE') open.repeats = true;
  }
  return entries;
}

/** The end of an all-day entry is the day after its last. */
const lastDay = (first: PlainDate, end: PlainDate | null): PlainDate => (end === null || end <= first ? first : addDays(end, -1));

function dayOf(value: string): PlainDate | null {
  const [, y, m, d] = /^(\d{4})(\d{2})(\d{2})(?:T|$)/.exec(value.trim()) ?? [];
  const parsed = y ? parseDate(`${y}-${m}-${d}`) : null;
  return parsed?.ok ? parsed.value : null;
}

function unfold(text: string): { text: string; at: number }[] {
  const lines: { text: string; at: number }[] = [];
  text.split(/\r\n|\n|\r/).forEach((line, index) => {
    const last = lines.at(-1);
    if (last && /^[ \t]/.test(line)) last.text += line.slice(1);
    else lines.push({ text: line, at: index + 1 });
  });
  return lines;
}

const unescapeText = (text: string): string =>
  text.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign));
