import { useMemo } from 'react';
import { StatusMark, type DataColumn } from '../../../ui/index.ts';
import { rateText, type FormRow } from './form-rows.ts';
import { CERTAINTY_MARKS, useFormWords } from './form-words.ts';
import { Local } from './Local.tsx';

/** Columns of the list of forms and codes. */
export function useFormColumns(): DataColumn<FormRow>[] {
  const { t, text, category, country, language } = useFormWords();
  return useMemo(
    () => [
      { id: 'country', header: t('country'), value: ({ form }) => country(form), width: 120, pinned: true },
      { id: 'form', header: t('form'), value: ({ form }) => form.short, width: 104, pinned: true },
      { id: 'role', header: t('kindOf'), value: ({ form }) => t(`role.${form.role}`), width: 86, hidden: true },
      { id: 'code', header: t('code'), kind: 'ident', value: ({ code }) => code?.code, width: 92 },
      { id: 'category', header: t('category'), value: ({ code }) => (code ? category(code.category) : null), width: 136 },
      { id: 'name', header: t('name'), value: ({ form, code }) => text((code ?? form).name), width: 200, grow: true },
      { id: 'rate', header: t('rate'), value: ({ code }) => rateText(code), width: 108, align: 'end' },
      { id: 'from', header: t('from'), kind: 'date', value: ({ form, code }) => code?.from ?? form.from, width: 90 },
      { id: 'to', header: t('to'), kind: 'date', value: ({ form, code }) => code?.to ?? form.to, width: 90 },
      {
        id: 'certainty',
        header: t('certaintyHead'),
        value: ({ form, code }) => t(`certaintyShort.${(code ?? form).certainty}`),
        width: 116,
        render: ({ form, code }) => {
          const { certainty } = code ?? form;
          return <StatusMark mark={CERTAINTY_MARKS[certainty]} label={t(`certaintyShort.${certainty}`)} />;
        },
      },
      { id: 'payee', header: t('payee'), value: ({ form }) => t(`payeeOf.${form.payee}`), width: 112 },
      {
        id: 'local',
        header: t('local'),
        value: ({ form, code }) => (code ?? form).name.local,
        width: 260,
        render: ({ form, code }) => <Local form={form} name={(code ?? form).name} />,
      },
      { id: 'source', header: t('source'), value: ({ form, code }) => (code ?? form).source, width: 300, hidden: true },
    ],
    // The functions are made anew with the language alone.
    [language],
  );
}
