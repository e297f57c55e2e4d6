import { refuse } from '../../result.ts';
import { say } from '../../words/said.ts';
import { truncated } from '../strict.ts';

/** One field of a message: its tag without colons, and its lines; the first is what stands behind the tag. */
export interface Field {
  tag: string;
  row: number;
  lines: string[];
}

/** One MT940 message: one page of a statement. */
export interface Message {
  row: number;
  fields: Field[];
  /** The last line that belongs to it. */
  end: number;
}

const TAG = /^:([0-9]{2}[A-Z]?|NS):(.*)$/;
/** Statements of a year have far fewer. */
const MOST_FIELDS = 200_000;

/**
 * The messages of a file: with or without the blocks of the SWIFT network ({1:…}{2:…}{4:…-}), with the lines that banks print
 * above the first field. A new message begins with `:20:`.
 */
export function messagesOf(text: string): Message[] {
  const messages: Message[] = [];
  let open: Message | null = null;
  let count = 0;
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .forEach((raw, index) => {
      const row = index + 1;
      let line = raw.replace(/[\t ]+$/, '');
      if (line.startsWith('{')) {
        const block = line.indexOf('{4:');
        open = null;
        line = block < 0 ? '' : line.slice(block + 3);
      }
      if (line === '-' || line.startsWith('-}')) {
        if (open) open.end = row;
        open = null;
        return;
      }
      const tag = TAG.exec(line);
      if (tag) {
        if (++count > MOST_FIELDS)
          refuse('bank.too-long', say`The file has more than ${{ limit: MOST_FIELDS }} fields.`, {
            row,
            remedy: 'Ask the bank for a shorter period, or divide the file.',
          });
        if (tag[1] === '20' || open === null) messages.push((open = { row, fields: [], end: row }));
        open.fields.push({ tag: tag[1]!, row, lines: [tag[2]!] });
        open.end = row;
      } else if (open === null) {
        // Between messages banks print lines of their own, and no field.
        if (line.startsWith(':')) truncated(row, ':20:');
      } else if (/^:[0-9]{0,2}[A-Z]?$/.test(line)) truncated(row, line);
      else if (line !== '') {
        open.fields.at(-1)!.lines.push(line);
        open.end = row;
      }
    });
  return messages;
}
