/** A header as vendors vary it, brought to one form; the trailing currency becomes a hint of its own. */
export interface NormalHeader {
  name: string;
  /** ISO 4217, where the header ends in (¥), (元), (USD) … */
  currency: string | null;
}

const CURRENCY_SUFFIX = /\(([^()]{1,8})\)\*?$/;
const CURRENCY_WORDS: Readonly<Record<string, string>> = {
  '¥': 'CNY',
  元: 'CNY',
  人民币: 'CNY',
  rmb: 'CNY',
  $: 'USD',
  us$: 'USD',
  美元: 'USD',
};

/**
 * Strips BOM, tabs, line ends and quotes, unifies full-width forms (NFKC: （→(, ￥→¥), drops spaces, folds case, and
 * splits off a trailing currency.
 */
export function normaliseHeader(header: string): NormalHeader {
  const text = header
    .slice(0, 200)
    .replace(/[\uFEFF\t\r\n"]/g, '')
    .normalize('NFKC')
    .replace(/\s/g, '')
    .toLowerCase();
  const match = CURRENCY_SUFFIX.exec(text);
  if (match) {
    const inner = match[1]!;
    const currency = CURRENCY_WORDS[inner] ?? (/^[a-z]{3}$/.test(inner) ? inner.toUpperCase() : null);
    if (currency) return { name: text.slice(0, match.index), currency };
  }
  return { name: text.replace(/\*$/, ''), currency: null };
}
