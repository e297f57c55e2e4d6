import { isZero, negate, subtract, sum, type Amount } from '../../../domain/money/amount.ts';
import type { PaperTax, Term } from '../paper.ts';
import type { Drafting } from '../source.ts';

/** Treatments under which the tax stands on the paper, but does not go through the seller's hands. */
const SHOWN_ONLY: readonly string[] = ['shown_self_accounted', 'charged_customer_remits'];

/** True where the seller gets the tax that the paper shows. */
export const collects = ({ at }: Drafting): boolean => !SHOWN_ONLY.includes(at.treatment);

/** Tax by component as the document states it; else by the rates of its lines; else as one figure without a rate. */
export function taxesOf(draft: Drafting): PaperTax[] {
  const { record, turned } = draft;
  const sign = (amount: Amount): Amount => (turned ? negate(amount) : amount);
  const collected = collects(draft);
  const components = record.document.components ?? [];
  if (components.length > 0)
    return components.map(({ code, name, ratePct, base, amount }) => ({
      ...nameOf(draft, code, name),
      ratePct,
      base: sign(base),
      amount: amount === null ? null : sign(amount),
      collected,
    }));
  const groups = byRate(draft);
  if (groups) return groups;
  if (isZero(record.tax)) return [];
  return [{ ...nameOf(draft, '', ''), ratePct: null, base: sign(record.net), amount: sign(record.tax), collected }];
}

/** Chinese of components that the tax rules name by code only. */
const COMPONENTS: Readonly<Record<string, string>> = { CGST: '中央商品及服务税', SGST: '邦商品及服务税', IGST: '综合商品及服务税' };

/** The tax by its name with its code, and by its code alone; a tax without a name is called as its country calls it. */
function nameOf({ pack, country, rule }: Drafting, code: string, name: string): Pick<PaperTax, 'label' | 'short'> {
  const general: Term = rule?.tax ?? 'tax';
  if (code === '')
    return name === '' ? { label: general, short: general } : { label: { en: name, zh: name }, short: { en: name, zh: name } };
  const printed = pack.rules.find((r) => r.country === country && r.tax?.code === code)?.tax;
  const [en, zh] = [name === '' || name === code ? (printed?.name ?? code) : name, printed?.nameZh ?? COMPONENTS[code] ?? code];
  const withCode = (text: string): string => (text.includes(code) ? text : `${text} (${code})`);
  return { label: { en: withCode(en), zh: withCode(zh) }, short: { en: code, zh } };
}

/** Lines of one tax and rate together; null unless every line states both, and their taxes are the document's. */
function byRate(draft: Drafting): PaperTax[] | null {
  const { lines, record, turned } = draft;
  if (lines.length === 0 || lines.some((line) => line.tax === null || line.ratePct === null)) return null;
  if (!isZero(subtract(sum(lines.map((line) => line.tax)), record.tax))) return null;
  const sign = (amount: Amount): Amount => (turned ? negate(amount) : amount);
  const groups = Map.groupBy(lines, (line) => JSON.stringify([line.taxCode, line.ratePct]));
  return [...groups.values()].map((group) => {
    const { taxCode, ratePct } = group[0]!;
    return {
      ...nameOf(draft, taxCode ?? '', ''),
      ratePct,
      base: sign(sum(group.map((line) => line.net))),
      amount: sign(sum(group.map((line) => line.tax))),
      collected: collects(draft),
    };
  });
}
