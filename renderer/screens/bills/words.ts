import { useMemo } from 'react';
import { formats, registers } from '../../../domain/formats/index.ts';
import { MEASURE_NAMES } from '../../../domain/formats/fields.ts';
import type { Filter } from '../../../services/contract/bills.ts';
import { useLanguage, useWordOf, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/bills.json';

export interface BillWords {
  t: ReturnType<typeof useWords<typeof words>>;
  /** A column's name: dimension, measure, quantity or `tag:KEY`. */
  column: (name: string) => string;
  /** A value of a column as it is read; null is “missing”. */
  value: (column: string, value: string | null) => string;
  /** What a condition holds its column to, in words. */
  condition: (filter: Filter) => string;
  /** The title of an identity or a format in the language of the interface, else as the format names it. */
  titleOf: (id: string, title: string) => string;
}

const titles = new Map(
  [...formats.flatMap((format) => [format, ...format.identities]), ...registers].map((known) => [known.id, known] as const),
);
const isMeasure = (name: string): boolean => (MEASURE_NAMES as readonly string[]).includes(name);

/** The words of bills: columns, values and conditions. */
export function useBillWords(): BillWords {
  const t = useWords<typeof words>('bills');
  const own = useWordOf('bills');
  const common = useWordOf('common');
  const zh = useLanguage() === 'zh-CN';
  // Stable while the language is: tables build their columns from it.
  return useMemo(() => build(t, own, common, zh), [zh]); // eslint-disable-line react-hooks/exhaustive-deps
}

type WordOf = ReturnType<typeof useWordOf>;

function build(t: BillWords['t'], own: WordOf, common: WordOf, zh: boolean): BillWords {
  const column = (name: string): string =>
    isMeasure(name)
      ? common(`measure.${name}`)
      : name.startsWith('tag:')
        ? t('tagColumn', { key: name.slice(4) })
        : own(`col.${name}`, name);
  const value = (name: string, text: string | null): string =>
    text === null || text === ''
      ? t('noValue')
      : name === 'vendor'
        ? common(`vendor.${text}`, text)
        : name === 'kind'
          ? own(`kind.${text}`, text)
          : text;
  const condition = ({ column: name, op, value: given }: Filter): string => {
    if (op === 'missing' || op === 'present') return t(`op.${op}`);
    const values = (typeof given === 'string' ? [given] : given).map((v) => value(name, v));
    const text = values.length > 2 ? t('andMore', { values: values.slice(0, 2).join(', '), count: values.length - 2 }) : values.join(', ');
    return op === 'is' || op === 'in' ? text : t(`opValue.${op}`, { value: text });
  };
  const titleOf = (id: string, title: string): string => (zh ? titles.get(id)?.titleZh : titles.get(id)?.title) ?? title;

  return { t, column, value, condition, titleOf };
}
