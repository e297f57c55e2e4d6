import { tidy } from '../strict.ts';

/** What field 86 says of the line above it. Figures are as printed. */
export interface Info86 {
  code: string;
  text: string;
  reference: string;
  counterparty: string;
  counterpartyAccount: string;
  /** As printed, such as `EUR1,50`. */
  charges: string;
  original: string;
  rate: string;
}

const BLANK: Info86 = { code: '', text: '', reference: '', counterparty: '', counterpartyAccount: '', charges: '', original: '', rate: '' };

/** Words with which the keys of a SEPA purpose begin (German banking industry, data formats, annex 3). */
const PURPOSE = /(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC|PURP|MDAT)\+/;

/** Code words between slashes, as several banks write them. */
const WORDS = [
  'TRTP', 'TRCD', 'TYPE', 'IBAN', 'BIC', 'NAME', 'REMI', 'EREF', 'MARF', 'CSID', 'PREF', 'IREF', 'ORDP', 'BENM', 'ULTB', 'ULTD', 'ULTC',
  'CNTP', 'CHGS', 'OCMT', 'EXCH', 'RTRN', 'PURP', 'ISDT', 'SVCL', 'BUSP', 'INIT', 'CREF', 'ADDR', 'ACCT', 'USTD', 'STRD', 'NRTX', 'OM1', 'OM1T',
]; // prettier-ignore
const WORD = new RegExp(`/(${WORDS.join('|')})/`);

/** Reads the information on a line: numbered subfields, code words between slashes, or plain text. */
export function readInfo86(lines: readonly string[]): Info86 {
  const joined = lines.join('');
  const structured = /^([0-9]{3})([?^><@~+])(?=[0-9]{2})/.exec(joined);
  if (structured) return numbered(structured[1]!, structured[2]!, joined);
  if (WORD.test(joined) && /^\s*\//.test(joined)) return worded(joined);
  return { ...BLANK, text: tidy(lines.join(' ')) };
}

/** `166?00…?20…`: 00 booking text, 10 batch, 20–29 and 60–63 purpose, 30 bank, 31 account, 32 and 33 name. */
function numbered(code: string, mark: string, text: string): Info86 {
  const fields = new Map<string, string>();
  for (const part of text.slice(3).split(mark)) {
    const key = part.slice(0, 2);
    if (/^[0-9]{2}$/.test(key)) fields.set(key, (fields.get(key) ?? '') + part.slice(2));
  }
  const of = (keys: readonly string[]): string => keys.map((k) => fields.get(k) ?? '').join('');
  const purpose = of(['20', '21', '22', '23', '24', '25', '26', '27', '28', '29', '60', '61', '62', '63']);
  const words = keyed(purpose, PURPOSE);
  const bare = words.get('') ?? '';
  return {
    ...BLANK,
    code: tidy(of(['00'])) || code,
    text: tidy([bare, words.get('SVWZ') ?? ''].filter((t) => t !== '').join(' ')),
    reference: referenceOf(words.get('EREF')),
    counterparty: tidy(of(['32', '33'])),
    counterpartyAccount: (words.get('IBAN') ?? of(['31'])).replace(/\s+/g, ''),
  };
}

/** `/TRTP/…/IBAN/…/NAME/…/REMI/…`; CNTP holds account, bank, name and town between slashes. */
function worded(text: string): Info86 {
  const words = keyed(text, WORD);
  const of = (key: string): string => (words.get(key) ?? '').replace(/^\/+|\/+$/g, '').trim();
  const [account = '', , name = ''] = of('CNTP').split('/');
  return {
    code: tidy(of('TRTP') || of('TRCD') || of('TYPE')),
    text: tidy(
      [of('REMI'), of('USTD'), of('STRD')]
        .filter((t) => t !== '')
        .join(' ')
        .replace(/^(?:USTD|STRD)\/+/, ''),
    ),
    reference: referenceOf(of('EREF') || of('PREF')),
    counterparty: tidy(of('NAME') || name || of('ORDP') || of('BENM')),
    counterpartyAccount: (of('IBAN') || of('ACCT') || account).replace(/\s+/g, ''),
    charges: of('CHGS'),
    original: of('OCMT'),
    rate: of('EXCH'),
  };
}

/** Text by the key before it; what stands before the first is under ''. The first of two alike holds. */
function keyed(text: string, pattern: RegExp): Map<string, string> {
  const parts = text.split(new RegExp(pattern, 'g'));
  const found = new Map<string, string>([['', parts[0]!.trim()]]);
  for (let i = 1; i + 1 < parts.length; i += 2) if (!found.has(parts[i]!)) found.set(parts[i]!, parts[i + 1]!.trim());
  return found;
}

const referenceOf = (text = ''): string => (/^NOT ?PROVIDED$/i.test(text.trim()) ? '' : tidy(text, 200));
