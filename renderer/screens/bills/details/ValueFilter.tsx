import { Checkbox, Loader, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { Filter } from '../../../../services/contract/bills.ts';
import { grouped } from '../../../app/duration.ts';
import { useCall } from '../../../app/hooks.ts';
import { ErrorState } from '../../../ui/index.ts';
import type { Scope } from '../place.ts';
import { useBillWords } from '../words.ts';
import { Done, Polarity } from './FilterParts.tsx';

const SHOWN = 200;
/** Columns kept as numbers, in which no text is looked for. */
const NO_TEXT = new Set(['date', 'vendor', 'batch', 'period', 'kind', 'currency']);

/** The values of a column with how many lines have each; several may be ticked; typed text narrows them or filters by itself. */
export function ValueFilter({
  column,
  current,
  scope,
  onSet,
  onDone,
}: {
  column: string;
  current: Filter | null;
  scope: Scope;
  onSet: (condition: Filter | null) => void;
  onDone: () => void;
}) {
  const { t, value: word } = useBillWords();
  const searchable = !NO_TEXT.has(column);
  const [typed, setTyped] = useState(current?.op === 'contains' && typeof current.value === 'string' ? current.value : '');
  const [asked] = useDebouncedValue(typed.trim(), 200);
  const [without, setWithout] = useState(current?.op === 'isNot');
  const where = searchable && asked !== '' ? [...scope.where, { column, op: 'contains' as const, value: asked }] : scope.where;
  const facets = useCall('bills/facets', { ...scope, where, column, limit: SHOWN }, { keep: true });
  // Ticks show at once; the address, and with it the table, follows.
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => valuesOf(current));
  const [none, setNone] = useState(current?.op === 'missing');
  const write = (values: ReadonlySet<string>, no: boolean): void => {
    const [first] = values;
    onSet(
      first === undefined
        ? null
        : no
          ? { column, op: 'isNot', value: [...values] }
          : values.size === 1
            ? { column, op: 'is', value: first }
            : { column, op: 'in', value: [...values] },
    );
  };
  const toggle = (value: string): void => {
    const next = new Set(ticked);
    if (!next.delete(value)) next.add(value);
    setTicked(next);
    setNone(false);
    write(next, without);
  };
  const toggleNone = (): void => {
    setNone(!none);
    setTicked(new Set());
    onSet(none ? null : { column, op: 'missing', value: '' });
  };
  const found = (facets.data ?? []).filter(
    (f) => searchable || asked === '' || `${f.value ?? ''} ${word(column, f.value)}`.toLowerCase().includes(asked.toLowerCase()),
  );
  return (
    <>
      <TextInput
        autoFocus
        data-autofocus
        aria-label={t('searchValues')}
        placeholder={t('searchValues')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && searchable && typed.trim() !== '') {
            event.preventDefault();
            onSet({ column, op: 'contains', value: typed.trim() });
            onDone();
          }
        }}
      />
      {searchable && typed.trim() !== '' && (
        <button
          type="button"
          className="link contains"
          onClick={() => {
            onSet({ column, op: 'contains', value: typed.trim() });
            onDone();
          }}
        >
          {t('containsText', { text: typed.trim() })}
        </button>
      )}
      <Polarity
        without={without}
        onChange={(next) => {
          setWithout(next);
          if (ticked.size > 0) write(ticked, next);
        }}
      />
      {facets.error && <ErrorState error={facets.error} retry={facets.retry} />}
      {facets.loading && <Loader size="xs" aria-label={t('loading')} />}
      <div className="facet-list" role="group" aria-label={t('values')}>
        {found.map((facet) => (
          <div className="facet" key={facet.value ?? ' '}>
            {facet.value === null || facet.value === '' ? (
              <Checkbox size="xs" label={t('noValue')} checked={none} onChange={toggleNone} />
            ) : (
              <Checkbox
                size="xs"
                label={word(column, facet.value)}
                checked={ticked.has(facet.value)}
                onChange={() => toggle(facet.value ?? '')}
              />
            )}
            <span className="dim">{grouped(facet.lines)}</span>
          </div>
        ))}
        {found.length === 0 && facets.data && <p className="dim">{t('noValues')}</p>}
        {found.length >= SHOWN && <p className="dim">{t('firstValues', { count: SHOWN })}</p>}
      </div>
      <Done onDone={onDone} />
    </>
  );
}

const valuesOf = (current: Filter | null): ReadonlySet<string> =>
  new Set(
    current && (current.op === 'is' || current.op === 'in' || current.op === 'isNot')
      ? typeof current.value === 'string'
        ? [current.value]
        : current.value
      : [],
  );
