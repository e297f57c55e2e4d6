import { english, fill, isSaid, type Bilingual, type Param, type Said, type Sentence } from './said.ts';
import { sentencesZh } from './zh-cn/index.ts';

export type Tongue = 'en' | 'zh-CN';

/**
 * The sentence in the language of the reader. A sentence that has no Chinese form stays English (a test sees to it that
 * none of the program's own is without). A bare text is looked up as it is, then by its pattern: texts that were kept
 * without their parameters are told too.
 */
export function tell(sentence: Sentence, tongue: Tongue): string {
  if (tongue === 'en') return english(sentence);
  if (typeof sentence !== 'string') return chinese(sentence);
  if (Object.hasOwn(sentencesZh, sentence)) return sentencesZh[sentence] ?? sentence;
  const said = recover(sentence);
  return said ? chinese(said) : sentence;
}

/** True where the sentence has a Chinese form. */
export const isKnown = (template: string): boolean => Object.hasOwn(sentencesZh, template);

const chinese = ({ template, params }: Said): string =>
  fill(isKnown(template) ? (sentencesZh[template] ?? template) : template, params, chineseParam);

function chineseParam(param: Param): string {
  if (typeof param === 'string' || typeof param === 'number') return String(param);
  if (Array.isArray(param)) return (param as readonly Param[]).map(chineseParam).join('、');
  return isSaid(param) ? chinese(param) : (param as Bilingual).zh;
}

/** A template taken apart: text, name, text, name … text. */
interface Pattern {
  template: string;
  texts: string[];
  names: string[];
  /** Letters of its own: of two patterns that fit, the one with more is meant. */
  own: number;
}
let patterns: Pattern[] | undefined;
/** A pattern of fewer letters would fit anything. */
const LEAST_LETTERS = 8;

/** The sentence that an English text was made of, or null; a hole holds the text that stood in it. Linear in the text. */
export function recover(text: string): Said | null {
  patterns ??= Object.keys(sentencesZh)
    .map(patternOf)
    .filter((p) => p.names.length > 0 && p.own >= LEAST_LETTERS)
    .toSorted((a, b) => b.own - a.own);
  for (const pattern of patterns) {
    const params = match(pattern, text);
    if (params) return { template: pattern.template, params };
  }
  return null;
}

/** What stands between the pattern's own texts, each taken at its first place; null where the text is not made so. */
function match({ texts, names }: Pattern, text: string): Record<string, Param> | null {
  const last = texts.at(-1) ?? '';
  if (!text.startsWith(texts[0] ?? '') || !text.endsWith(last)) return null;
  const end = text.length - last.length;
  const params: Record<string, string> = {};
  let from = (texts[0] ?? '').length;
  for (const [i, name] of names.entries()) {
    const to = i === names.length - 1 ? end : text.indexOf(texts[i + 1] ?? '', from);
    if (to < from || to > end) return null;
    const value = text.slice(from, to);
    if (Object.hasOwn(params, name) && params[name] !== value) return null;
    params[name] = value;
    from = to + (texts[i + 1] ?? '').length;
  }
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, phrase(value)]));
}

/** A hole may hold a phrase of the catalogue; anything else is a value. */
const phrase = (text: string): Param => (isKnown(text) && text.includes(' ') ? { template: text, params: {} } : text);

function patternOf(template: string): Pattern {
  const parts = template.split(/\{(\w+)\}/);
  const texts = parts.filter((_, i) => i % 2 === 0);
  return { template, texts, names: parts.filter((_, i) => i % 2 === 1), own: texts.join('').replace(/\W/g, '').length };
}
