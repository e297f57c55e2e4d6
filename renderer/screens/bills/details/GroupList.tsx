import { useEffect, useRef, type KeyboardEvent } from 'react';
import { IconArrowLeft } from '@tabler/icons-react';
import { useActions } from '../../../actions/registry.ts';
import { grouped } from '../../../app/duration.ts';
import { Amount, widestFraction } from '../../../ui/index.ts';
import type { Scope } from '../place.ts';
import { barWidth, largest } from '../share.ts';
import { useBillWords } from '../words.ts';
import { groupId, groupValues } from './columns.ts';
import { useGroups } from './Pivot.tsx';
import type { DetailsState } from './useDetails.ts';

/** The groups in a narrow list at the left of their lines: arrows go from one to the next, Backspace back to all. */
export function GroupList({ state, scope }: { state: DetailsState; scope: Scope }) {
  const { t, value } = useBillWords();
  const { place, change, groupColumns, currency } = state;
  const groups = useGroups(state, scope);
  const rows = groups.data?.rows ?? [];
  const list = useRef<HTMLDivElement>(null);
  const chosen = place.at === null ? null : groupId(place.at);
  const at = rows.findIndex((row) => groupId(groupValues(row, groupColumns)) === chosen);
  const payables = rows.map((row) => {
    const v = row['payable'];
    return typeof v === 'string' ? v : null;
  });
  const most = largest(payables);
  const places = widestFraction(payables);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen, rows.length]);
  const back = (): void => change({ at: null, line: null, sort: [] });
  const choose = (index: number): void => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (row) change({ at: groupValues(row, groupColumns), line: null }, { replace: true });
  };
  useActions([
    { id: 'bills.groups', title: t('allGroups'), group: 'view', shortcut: 'backspace', perform: back },
    { id: 'bills.nextGroup', title: t('nextGroup'), group: 'view', shortcut: 'shift+arrowdown', perform: () => choose(at + 1) },
    { id: 'bills.previousGroup', title: t('previousGroup'), group: 'view', shortcut: 'shift+arrowup', perform: () => choose(at - 1) },
  ]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    choose(at + step);
  };
  return (
    <section className="group-list" aria-label={t('groupTable')}>
      <button type="button" className="group-back" onClick={back}>
        <IconArrowLeft size={14} stroke={1.5} aria-hidden="true" />
        {t('allGroups')}
        <span className="dim">{grouped(rows.length)}</span>
      </button>
      <div
        ref={list}
        className="group-items"
        role="listbox"
        tabIndex={0}
        aria-label={t('groupTable')}
        aria-activedescendant={at >= 0 ? `group-${at}` : undefined}
        onKeyDown={onKeyDown}
      >
        {rows.map((row, index) => {
          const values = groupValues(row, groupColumns);
          const id = groupId(values);
          return (
            <div
              key={id}
              id={`group-${index}`}
              role="option"
              aria-selected={id === chosen}
              className="group-item"
              onClick={() => choose(index)}
            >
              <span className="group-name" title={values.map((v, i) => value(groupColumns[i] ?? '', v)).join(' › ')}>
                {values.map((v, i) => value(groupColumns[i] ?? '', v)).join(' › ')}
              </span>
              <span className="group-lines dim">
                {t('lines', { count: Number(row['lines'] ?? 0), n: grouped(Number(row['lines'] ?? 0)) })}
              </span>
              <span className="group-bar" aria-hidden="true">
                <span
                  className={payables[index]?.startsWith('-') ? 'bar minus' : 'bar'}
                  style={{ width: barWidth(payables[index] ?? null, most) }}
                />
              </span>
              <Amount value={payables[index] ?? null} currency={currency} column={places} />
            </div>
          );
        })}
      </div>
    </section>
  );
}
