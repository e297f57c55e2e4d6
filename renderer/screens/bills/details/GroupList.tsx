import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { IconArrowLeft } from '@tabler/icons-react';
import { useActions } from '../../../actions/registry.ts';
import { grouped } from '../../../app/duration.ts';
import { useCall } from '../../../app/hooks.ts';
import { unwrap } from '../../../../domain/result.ts';
import { bridge } from '../../../host/bridge.ts';
import { Amount, ErrorState, widestFraction } from '../../../ui/index.ts';
import { withinGroup, type Scope } from '../place.ts';
import { barWidth, largest } from '../share.ts';
import { useBillWords } from '../words.ts';
import { rowsOfQuery, sortOf } from './pivot-rows.ts';
import type { DetailsState } from './useDetails.ts';

const MOST = 2000;

/**
 * The groups of one level in a narrow list at the left of their lines, with the way that led there: arrows go from one to the next,
 * → to the first of the next level, ← back up, Backspace to all.
 */
export function GroupList({ state, scope }: { state: DetailsState; scope: Scope }) {
  const { t, value } = useBillWords();
  const { place, change, levels, currency } = state;
  const at = place.at ?? [];
  const depth = Math.min(Math.max(0, at.length - 1), levels.length - 1);
  const level = levels[depth] ?? '';
  const branch = withinGroup(scope, levels, at.slice(0, depth));
  const groups = useCall(
    'bills/query',
    { ...branch, groupBy: [level], sort: sortOf(place.groupSort, level, place.measure, false), limit: MOST },
    { keep: true },
  );
  const rows = useMemo(() => (groups.data ? rowsOfQuery(level, groups.data) : []), [groups.data, level]);
  const list = useRef<HTMLDivElement>(null);
  const chosen = at.length === 0 ? -1 : rows.findIndex((row) => row.value === at[depth]);
  const payables = rows.map((row) => row.amounts['payable'] ?? null);
  const most = largest(payables);
  const places = widestFraction(payables);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen, rows.length]);
  const go = (next: readonly (string | null)[] | null): void =>
    change({ at: next && next.length > 0 ? next : null, line: null }, { replace: true });
  const back = (): void => change({ at: null, line: null, sort: [] });
  const choose = (index: number): void => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (row) go([...at.slice(0, depth), row.value]);
  };
  const down = async (): Promise<void> => {
    const next = levels[at.length];
    if (at.length === 0 || next === undefined) return;
    const sort = sortOf(place.groupSort, next, place.measure, false);
    const found = unwrap(await bridge().call('bills/query', { ...withinGroup(scope, levels, at), groupBy: [next], sort, limit: 1 }));
    const [first] = rowsOfQuery(next, found);
    if (first) go([...at, first.value]);
  };
  useActions([
    { id: 'bills.groups', title: t('allGroups'), group: 'view', shortcut: 'backspace', perform: back },
    { id: 'bills.nextGroup', title: t('nextGroup'), group: 'view', shortcut: 'shift+arrowdown', perform: () => choose(chosen + 1) },
    { id: 'bills.previousGroup', title: t('previousGroup'), group: 'view', shortcut: 'shift+arrowup', perform: () => choose(chosen - 1) },
  ]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') choose(chosen + (event.key === 'ArrowDown' ? 1 : -1));
    else if (event.key === 'ArrowRight') void down();
    else if (event.key === 'ArrowLeft' && at.length > 1) go(at.slice(0, -1));
    else return;
    event.preventDefault();
  };
  return (
    <section className="group-list" aria-label={t('groupTable')}>
      <button type="button" className="group-back" onClick={back}>
        <IconArrowLeft size={14} stroke={1.5} aria-hidden="true" />
        {t('allGroups')}
        <span className="dim">
          {grouped(rows.length)}
          {groups.data?.truncated ? '+' : ''}
        </span>
      </button>
      {depth > 0 && (
        <p className="group-path">
          {at.slice(0, depth).map((part, index) => (
            <button key={index} type="button" className="link" onClick={() => go(at.slice(0, index + 1))}>
              {value(levels[index] ?? '', part)}
            </button>
          ))}
        </p>
      )}
      {groups.error && <ErrorState error={groups.error} retry={groups.retry} />}
      <div
        ref={list}
        className="group-items"
        role="listbox"
        tabIndex={0}
        aria-label={t('groupTable')}
        aria-activedescendant={chosen >= 0 ? `group-${chosen}` : undefined}
        onKeyDown={onKeyDown}
      >
        {rows.map((row, index) => (
          <div
            key={JSON.stringify([row.value, row.currency])}
            id={`group-${index}`}
            role="option"
            aria-selected={index === chosen}
            className="group-item"
            onClick={() => choose(index)}
          >
            <span className="group-name" title={value(level, row.value)}>
              {value(level, row.value)}
            </span>
            <span className="group-lines dim">{t('lines', { count: row.lines, n: grouped(row.lines) })}</span>
            <span className="group-bar" aria-hidden="true">
              <span
                className={payables[index]?.startsWith('-') ? 'bar minus' : 'bar'}
                style={{ width: barWidth(payables[index] ?? null, most) }}
              />
            </span>
            <Amount value={payables[index] ?? null} currency={row.currency} showCurrency={currency === null} column={places} />
          </div>
        ))}
      </div>
    </section>
  );
}
