import { isMoney } from '../../domain/invoices/due.ts';
import { sum } from '../../domain/money/amount.ts';
import type { DueItem } from '../contract/invoice-acts.ts';
import { WORDS, type ReminderLanguage } from './words.ts';

/** `Pay the invoice INV-1 · 450 CNY`, in each language once where there are two. */
export function summaryOf(item: DueItem, languages: readonly ReminderLanguage[]): string {
  const kinds = languages.map((language) => WORDS[language].kind[item.kind]).join(' / ');
  return `${kinds} ${item.number} · ${item.amount} ${item.currency}`;
}

/** The facts of an item, a line each. */
export function factsOf(item: DueItem, languages: readonly ReminderLanguage[]): string {
  return languages
    .map((language) => {
      const words = WORDS[language];
      return [
        `${words.invoice}: ${item.number}`,
        `${words.vendor}: ${words.vendors[item.vendor]}`,
        ...(item.period === null ? [] : [`${words.period}: ${item.period}`]),
        `${words.open}: ${item.amount} ${item.currency}`,
        `${words.state}: ${words.status[item.status]}`,
        ...(item.assumed ? [`(${words.assumed})`] : []),
      ].join('\n');
    })
    .join('\n\n');
}

/** Body of the message in one language: each item with day, figure and how long it has; sums per currency, never over them. */
export function bodyOf(items: readonly DueItem[], language: ReminderLanguage, book: string, today: string): string {
  const words = WORDS[language];
  const lines = items.map((item) => {
    const when = item.days === null ? '' : item.days < 0 ? words.late(-item.days) : words.left(item.days);
    const notes = [when, words.status[item.status], ...(item.assumed ? [words.assumed] : [])]
      .filter((note) => note !== '')
      .join(language === 'en' ? ', ' : '，');
    return `- ${item.date ?? words.undated}  ${words.kind[item.kind]}  ${item.number} (${words.vendors[item.vendor]})  ${item.amount} ${item.currency}  [${notes}]`;
  });
  const money = Map.groupBy(
    items.filter((item) => isMoney(item.kind)),
    (item) => item.currency,
  );
  const sums = [...money].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([currency, own]) => `${sum(own.map((i) => i.amount))} ${currency}`);
  return [
    words.greeting,
    '',
    words.intro(book, today),
    '',
    ...lines,
    ...(sums.length === 0 ? [] : ['', `${words.sums}: ${sums.join(' · ')}`]),
    '',
    words.foot,
    '',
  ].join('\n');
}
