/** A name in both languages of the interface, chosen by the reader's. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/** What stands in a hole of a sentence: a value as it is, a name in both languages, a sentence of its own, or a list of them. */
export type Param = string | number | Bilingual | Said | readonly Param[];

/**
 * A sentence for the user as data: the English words with `{name}` for each hole, and what stands in the holes.
 * JSON-safe, so that it crosses the contract; `tell` makes the sentence of any language of it.
 */
export interface Said {
  readonly template: string;
  readonly params: Readonly<Record<string, Param>>;
}

/** A sentence as code may write it: a text without holes, or one written with `say`. */
export type Sentence = string | Said;

/**
 * Writes a sentence with named holes: say`“${{ name }}” is empty.` is “{name} is empty.” and its name. The English text and
 * its parameters are one thing, so they cannot drift apart.
 */
export function say(parts: TemplateStringsArray, ...holes: readonly Readonly<Record<string, Param>>[]): Said {
  const params: Record<string, Param> = {};
  let template = parts[0] ?? '';
  holes.forEach((hole, index) => {
    const [name = '', value = ''] = Object.entries(hole)[0] ?? [];
    params[name] = value;
    template += `{${name}}${parts[index + 1] ?? ''}`;
  });
  return { template, params };
}

export const isSaid = (value: unknown): value is Said => typeof value === 'object' && value !== null && 'template' in value;

/** The template with each hole filled by `write`; a name that has no parameter stays as it is. */
export const fill = (template: string, params: Said['params'], write: (param: Param) => string): string =>
  template.replace(/\{(\w+)\}/g, (hole, name: string) => (Object.hasOwn(params, name) ? write(params[name]!) : hole));

/** The sentence in English, which is what logs and the command line print. */
export function english(sentence: Sentence): string {
  return typeof sentence === 'string' ? sentence : fill(sentence.template, sentence.params, englishParam);
}

function englishParam(param: Param): string {
  if (typeof param === 'string' || typeof param === 'number') return String(param);
  if (Array.isArray(param)) return (param as readonly Param[]).map(englishParam).join(', ');
  return isSaid(param) ? english(param) : (param as Bilingual).en;
}
