import { useEffect, useRef } from 'react';
import type { Check } from '../../../services/contract/reconcile.ts';
import { isZero } from '../../../domain/money/amount.ts';
import { useActions } from '../../actions/registry.ts';
import { useLanguage, useWordOf, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/reconcile.json';
import { Amount, StatusMark } from '../../ui/index.ts';
import { bySteps, neighbour } from './checks.ts';

/** Checks by step with state and difference; j and k walk through them. */
export function CheckList({
  checks,
  chosen,
  onChoose,
}: {
  checks: readonly Check[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
}) {
  const t = useWords<typeof words>('reconcile');
  const zh = useLanguage() === 'zh-CN';
  const list = useRef<HTMLDivElement>(null);
  const move = (by: number): void => {
    const next = neighbour(checks, chosen, by);
    if (next) onChoose(next.id);
  };
  useActions([
    {
      id: 'reconcile.next',
      title: t('next'),
      group: 'table',
      shortcut: 'j',
      quiet: true,
      predicate: () => checks.length > 0,
      perform: () => move(1),
    },
    {
      id: 'reconcile.previous',
      title: t('previous'),
      group: 'table',
      shortcut: 'k',
      quiet: true,
      predicate: () => checks.length > 0,
      perform: () => move(-1),
    },
  ]);
  useEffect(() => {
    list.current?.querySelector('[aria-current=true]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <div
      className="check-list"
      ref={list}
      role="region"
      aria-label={t('checks')}
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          event.preventDefault();
          move(event.key === 'ArrowDown' ? 1 : -1);
        }
      }}
    >
      {bySteps(checks).map((group) => (
        <section key={group.step} aria-label={zh ? group.stepZh : group.step}>
          <h2>{zh ? group.stepZh : group.step}</h2>
          <ul>
            {group.checks.map((check) => (
              <li key={check.id}>
                <CheckRow check={check} current={check.id === chosen} onChoose={() => onChoose(check.id)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function CheckRow({ check, current, onChoose }: { check: Check; current: boolean; onChoose: () => void }) {
  const zh = useLanguage() === 'zh-CN';
  const common = useWordOf('common');
  return (
    <button type="button" className="check-row" aria-current={current} onClick={onChoose}>
      <StatusMark mark={check.status} compact />
      <span className="check-title">
        {zh ? check.titleZh : check.title}
        <span className="check-sub">
          {[check.vendor ? common(`vendor.${check.vendor}`) : null, check.currency].filter(Boolean).join(' · ')}
        </span>
      </span>
      {check.difference !== null && !isZero(check.difference) ? <Amount value={check.difference} currency={check.currency} /> : null}
    </button>
  );
}
