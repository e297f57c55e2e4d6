import type { ShownForm } from '../../../../services/contract/wht-forms.ts';

export type ShownCode = ShownForm['codes'][number];

/** A line of the list: a form with one of its codes, or alone where it has none. */
export interface FormRow {
  id: string;
  form: ShownForm;
  code: ShownCode | null;
}

export const rowsOfForms = (forms: readonly ShownForm[]): FormRow[] =>
  forms.flatMap((form): FormRow[] =>
    form.codes.length === 0
      ? [{ id: form.id, form, code: null }]
      : form.codes.map((code) => ({ id: [form.id, code.code ?? '', code.category, code.from ?? ''].join('|'), form, code })),
  );

/** `3 / 1.5`: every rate once, in the order of the list. */
export const rateText = (code: ShownCode | null): string | null =>
  code === null || code.rates.length === 0 ? null : [...new Set(code.rates.map((rate) => rate.ratePct))].join(' / ');

/** True where every word stands somewhere in the texts, whatever the case. */
export function says(texts: readonly (string | null | undefined)[], search: string): boolean {
  const all = texts.filter(Boolean).join('\n').toLocaleLowerCase('en');
  return search
    .toLocaleLowerCase('en')
    .split(/\s+/)
    .every((word) => all.includes(word));
}

/** Everything by which a row is looked up, in all languages. */
export const textsOf = ({ form, code }: FormRow): (string | null | undefined)[] => [
  form.id,
  form.short,
  form.country,
  ...Object.values(form.name),
  code?.code,
  code?.category,
  ...Object.values(code?.name ?? {}),
];
