import { Button, CloseButton, Select, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { INCOME_CATEGORIES, type IncomeCategory } from '../../../domain/wht/certificate.ts';
import type { CertificateForm } from '../../../domain/wht/forms/form.ts';
import { codesOf } from '../../../domain/wht/forms/index.ts';
import { useLanguage, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/certificate.json';
import { AmountInput, DateInput } from '../../ui/index.ts';
import { remainderOf } from '../documents/amounts.ts';
import { today } from '../documents/keys.ts';
import { RemainderBar } from '../documents/RemainderBar.tsx';
import type { CertificateDraft } from './certificate-draft.ts';
import { changed, emptyLine, isRate, withCode, type IncomeDraft } from './income-draft.ts';

interface Grid {
  draft: CertificateDraft;
  form: CertificateForm | null;
  onChange: (income: readonly IncomeDraft[]) => void;
  onInvalid: (key: string, invalid: boolean) => void;
}

/** Income as the paper prints it, line by line; where there are lines, their taxes make up the total exactly. */
export function IncomeLines(grid: Grid) {
  const t = useWords<typeof words>('certificate');
  const { draft, onChange } = grid;
  const lines = draft.income;
  const remainder =
    draft.total === null
      ? null
      : remainderOf(
          draft.total,
          lines.map((line) => line.tax),
        );
  const add = (): void => onChange([...lines, emptyLine({ category: lines.at(-1)?.category ?? 'services' })]);
  return (
    <section className="doc-below" aria-label={t('income')}>
      <div className="doc-below-head">
        <h2>{t('income')}</h2>
        <Button size="compact-xs" variant="default" leftSection={<IconPlus size={12} />} onClick={add}>
          {t('addLine')}
        </Button>
        {lines.length === 0 ? (
          <span className="dim">{t('noIncome')}</span>
        ) : (
          <RemainderBar remainder={remainder} currency={draft.currency} mustBeZero />
        )}
      </div>
      {lines.length > 0 && (
        <table className="entry income">
          <thead>
            <tr>
              <th>{t('category')}</th>
              <th>{t('code')}</th>
              <th>{t('description')}</th>
              <th>{t('paid')}</th>
              <th className="end">
                {t('base')} <span className="unit">{draft.currency}</span>
              </th>
              <th className="end">{t('rate')}</th>
              <th className="end">
                {t('tax')} <span className="unit">{draft.currency}</span>
              </th>
              <th>
                <span className="visually-hidden">{t('removeLine')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <Line key={line.key} line={line} at={index + 1} {...grid} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Line({ line, at, draft, form, onChange, onInvalid }: Grid & { line: IncomeDraft; at: number }) {
  const t = useWords<typeof words>('certificate');
  const zh = useLanguage() === 'zh-CN';
  const codes = form ? codesOf(form, draft.date ?? today()) : [];
  const put = (next: IncomeDraft): void => onChange(draft.income.map((other) => (other.key === line.key ? next : other)));
  const set = (part: Partial<IncomeDraft>): void => put(changed(line, part, draft.currency, form));
  const label = (name: string): string => t('ofLine', { name, line: at });
  const chosen = codes.findIndex((code) => code.code === line.code && code.category === line.category);
  const figure = (name: 'base' | 'rate' | 'tax') => (value: string | null, valid: boolean) => {
    onInvalid(`income|${line.key}|${name}`, !valid);
    set({ [name]: value });
  };
  const drop = (): void => {
    for (const name of ['base', 'rate', 'tax']) onInvalid(`income|${line.key}|${name}`, false);
    onChange(draft.income.filter((other) => other.key !== line.key));
  };
  return (
    <tr>
      <td>
        <Select
          size="xs"
          aria-label={label(t('category'))}
          allowDeselect={false}
          value={line.category}
          data={INCOME_CATEGORIES.map((category) => ({ value: category, label: t(`categories.${category}`) }))}
          onChange={(category) => category && set({ category: category as IncomeCategory })}
        />
      </td>
      <td>
        {codes.length > 0 ? (
          <Select
            size="xs"
            aria-label={label(t('code'))}
            searchable
            clearable
            value={chosen < 0 ? null : String(chosen)}
            placeholder={line.code ?? ''}
            comboboxProps={{ width: 420, position: 'bottom-start' }}
            data={codes.map((code, i) => ({ value: String(i), label: `${code.code} · ${zh ? code.name.zh : code.name.en}` }))}
            onChange={(value) => put(withCode(line, value === null ? null : (codes[Number(value)] ?? null), draft.currency, form))}
          />
        ) : (
          <TextInput
            size="xs"
            aria-label={label(t('code'))}
            maxLength={40}
            value={line.code ?? ''}
            onChange={(event) => set({ code: event.currentTarget.value === '' ? null : event.currentTarget.value })}
          />
        )}
      </td>
      <td>
        <TextInput
          size="xs"
          aria-label={label(t('description'))}
          maxLength={300}
          value={line.description}
          onChange={(event) => set({ description: event.currentTarget.value })}
        />
      </td>
      <td>
        <DateInput size="xs" aria-label={label(t('paid'))} value={line.paid} maxDate={today()} onChange={(paid) => set({ paid })} />
      </td>
      <td>
        <AmountInput size="xs" aria-label={label(t('base'))} value={line.base} onChange={figure('base')} />
      </td>
      <td>
        <AmountInput
          size="xs"
          aria-label={label(t('rate'))}
          currency="%"
          value={line.rate}
          error={isRate(line.rate) ? null : t('rateFault')}
          onChange={figure('rate')}
        />
      </td>
      <td>
        <AmountInput size="xs" aria-label={label(t('tax'))} value={line.tax} onChange={figure('tax')} />
      </td>
      <td>
        <CloseButton size="sm" aria-label={t('removeLineOf', { line: at })} onClick={drop} />
      </td>
    </tr>
  );
}
