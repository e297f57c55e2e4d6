import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { isZero } from '../../../../domain/money/amount.ts';
import type { MoneyShown, OpenInvoiceShown } from '../../../../services/contract/match.ts';
import { useActions } from '../../../actions/registry.ts';
import { useCall } from '../../../app/hooks.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/match.json';
import { Amount, ErrorState } from '../../../ui/index.ts';
import { keyOf, type Draft } from './draft.ts';

const MOST_SHOWN = 50;

/** Every open invoice that the money could be laid on. `/` goes to the search; there ↑ and ↓ choose, Enter lays the money on it. */
export function OpenInvoices({ money, draft, onAdd }: { money: MoneyShown; draft: Draft; onAdd: (invoice: OpenInvoiceShown) => void }) {
  const t = useWords<typeof words>('match');
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text, 150);
  const [cursor, setCursor] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const [inSearch, setInSearch] = useState(false);
  const open = useCall('match/open', { money: money.key, search }, { keep: true });
  const rows = (open.data ?? []).slice(0, MOST_SHOWN);
  const taken = new Set(draft.lines.map((l) => l.key));
  useActions([{ id: 'match.search', title: t('search'), group: 'table', shortcut: '/', perform: () => field.current?.focus() }]);
  return (
    <section className="mt-open" aria-label={t('layAll')}>
      <div className="mt-open-head">
        <h3>{t('layAll')}</h3>
        <TextInput
          ref={field}
          size="xs"
          type="search"
          w={220}
          value={text}
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size={14} stroke={1.5} aria-hidden="true" />}
          onFocus={() => setInSearch(true)}
          onBlur={() => setInSearch(false)}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setCursor(0);
          }}
          onKeyDown={(event) => {
            const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
            if (by !== 0) {
              event.preventDefault();
              setCursor((at) => Math.max(0, Math.min(rows.length - 1, at + by)));
            }
            // The rows of what is typed, not of what was typed before.
            if (event.key === 'Enter' && rows[cursor] && search === text && !open.refreshing) {
              event.preventDefault();
              onAdd(rows[cursor]);
            }
            if (event.key === 'Escape') {
              event.preventDefault();
              event.currentTarget.blur();
            }
          }}
        />
      </div>
      {open.error && <ErrorState error={open.error} retry={open.retry} />}
      {open.data && rows.length === 0 && <p className="mt-note dim">{search.trim() === '' ? t('noOpen') : t('noInvoices')}</p>}
      {rows.length > 0 && (
        <table className="mt-table">
          <thead>
            <tr>
              <th scope="col">{t('invoice')}</th>
              <th scope="col">{t('party')}</th>
              <th scope="col">{t('due')}</th>
              <th scope="col" className="num">
                {t('openCash')}
              </th>
              <th scope="col" className="num">
                {t('openCertificates')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={keyOf(row)} data-cursor={inSearch && at === cursor} data-taken={taken.has(keyOf(row))}>
                <th scope="row">
                  <button type="button" className="mt-add" aria-label={t('addInvoice', { number: row.invoice })} onClick={() => onAdd(row)}>
                    {row.invoice}
                  </button>
                </th>
                <td>{row.party}</td>
                <td>{row.due ?? row.date}</td>
                <td className="num">
                  <Amount value={isZero(row.credit) ? row.openCash : `-${row.credit}`} currency={row.currency} showCurrency />
                </td>
                <td className="num">
                  {isZero(row.openCertificates) ? null : <Amount value={row.openCertificates} currency={row.currency} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {(open.data?.length ?? 0) > MOST_SHOWN && <p className="mt-note dim">{t('shown', { count: MOST_SHOWN, all: open.data!.length })}</p>}
    </section>
  );
}
