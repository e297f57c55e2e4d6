import { Button, CloseButton, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef } from 'react';
import type { Amount as Exact } from '../../../../domain/money/amount.ts';
import { useActions } from '../../../actions/registry.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/making.json';
import { AmountInput, amountText, minorPlaces, StatusMark } from '../../../ui/index.ts';
import { emptyLine, productApart, sumsOf, typedLines, type LineDraft } from './line-draft.ts';
import './lines.css';

/** The lines of a document as a grid of fields; what is still apart from the document's figures counts to 0 as one types. */
export function LinesGrid({
  lines,
  document,
  currency,
  onChange,
}: {
  lines: readonly LineDraft[];
  document: { net: Exact | null; tax: Exact | null };
  currency: string;
  onChange: (lines: LineDraft[]) => void;
}) {
  const t = useWords<typeof words>('making');
  const grid = useRef<HTMLTableSectionElement>(null);
  const add = (): void => {
    onChange([...lines, emptyLine(Math.max(0, ...lines.map((line) => line.key)) + 1)]);
    // The new row's first field, once it is there.
    requestAnimationFrame(() => grid.current?.querySelector<HTMLInputElement>('tr:last-child input')?.focus());
  };
  useActions([{ id: 'invoices.addLine', title: t('addLine'), group: 'record', shortcut: 'mod+enter', inFields: true, perform: add }]);
  const set = (key: number, part: Partial<LineDraft>): void =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...part } : line)));
  return (
    <section className="doc-below" aria-label={t('lines')}>
      <div className="doc-below-head">
        <h2>{t('lines')}</h2>
        <Button variant="default" leftSection={<IconPlus size={14} />} onClick={add}>
          {t('addLine')}
        </Button>
        {lines.length > 0 && <Sums lines={lines} document={document} currency={currency} />}
      </div>
      {lines.length === 0 ? (
        <p className="dim">{t('noLines')}</p>
      ) : (
        <div className="lines-scroll">
          <table className="entry lines-grid">
            <thead>
              <tr>
                <th className="lines-text">{t('description')}</th>
                <th className="end">{t('quantity')}</th>
                <th>{t('unit')}</th>
                <th className="end">{t('price')}</th>
                <th className="end">
                  {t('net')} <span className="unit">{currency}</span>
                </th>
                <th className="end">
                  {t('tax')} <span className="unit">{currency}</span>
                </th>
                <th className="end">{t('rate')}</th>
                <th>
                  <span className="visually-hidden">{t('removeLine')}</span>
                </th>
              </tr>
            </thead>
            <tbody ref={grid}>
              {lines.map((line, index) => (
                <Row
                  key={line.key}
                  line={line}
                  at={index + 1}
                  currency={currency}
                  set={(part) => set(line.key, part)}
                  remove={() => onChange(lines.filter((other) => other.key !== line.key))}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Row({
  line,
  at,
  currency,
  set,
  remove,
}: {
  line: LineDraft;
  at: number;
  currency: string;
  set: (part: Partial<LineDraft>) => void;
  remove: () => void;
}) {
  const t = useWords<typeof words>('making');
  const label = (name: string): string => t('ofLine', { name, at });
  const apart = productApart(line, currency);
  const amount = (field: 'quantity' | 'price' | 'net' | 'tax') => (
    <AmountInput aria-label={label(t(field))} value={line[field]} onChange={(value) => set({ [field]: value })} />
  );
  return (
    <tr>
      <td className="lines-text">
        <TextInput
          aria-label={label(t('description'))}
          value={line.description}
          maxLength={1000}
          onChange={(e) => set({ description: e.currentTarget.value })}
        />
      </td>
      <td>{amount('quantity')}</td>
      <td>
        <TextInput
          aria-label={label(t('unit'))}
          value={line.unit}
          maxLength={3}
          placeholder="HUR"
          onChange={(e) => set({ unit: e.currentTarget.value.toUpperCase() })}
        />
      </td>
      <td>{amount('price')}</td>
      <td>
        {amount('net')}
        {apart !== null && (
          <span className="lines-apart">
            <StatusMark mark="explained" label={t('productApart', { product: amountText(apart) })} />
          </span>
        )}
      </td>
      <td>{amount('tax')}</td>
      <td>
        <TextInput
          aria-label={label(t('rate'))}
          classNames={{ input: 'amount-input' }}
          value={line.ratePct}
          maxLength={10}
          rightSection={<span className="unit">%</span>}
          onChange={(e) => set({ ratePct: e.currentTarget.value.trim() })}
        />
      </td>
      <td className="lines-remove">
        <CloseButton aria-label={label(t('removeLine'))} onClick={remove} />
      </td>
    </tr>
  );
}

function Sums({
  lines,
  document,
  currency,
}: {
  lines: readonly LineDraft[];
  document: { net: Exact | null; tax: Exact | null };
  currency: string;
}) {
  const t = useWords<typeof words>('making');
  const { netOff, taxOff } = sumsOf(typedLines(lines), document);
  const part = (off: Exact | null, name: string) =>
    off === null ? null : (
      <span className={`remainder ${off === '0' ? 'exact' : 'over'}`}>
        <StatusMark mark={off === '0' ? 'pass' : 'fail'} label={off === '0' ? t('sumExact', { name }) : t('sumApart', { name })} />
        <span className="amount key" data-exact={off}>
          {amountText(off, minorPlaces(currency))}
          <span className="unit"> {currency}</span>
        </span>
      </span>
    );
  return (
    <div className="lines-sums" role="status">
      {part(netOff, t('net'))}
      {part(taxOff, t('tax'))}
    </div>
  );
}
