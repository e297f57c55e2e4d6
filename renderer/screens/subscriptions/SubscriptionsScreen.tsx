import { Loader, Tabs } from '@mantine/core';
import { useCallback, useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { useActions } from '../../actions/registry.ts';
import { grouped } from '../../app/duration.ts';
import { useCall } from '../../app/hooks.ts';
import type { RegisterList } from '../../../services/contract/registers.ts';
import { ErrorState, PageHeader } from '../../ui/index.ts';
import { ListView } from './ListView.tsx';
import { NoLists } from './NoLists.tsx';
import { ANYWHERE, placeParams, readPlace, type Place } from './place.ts';
import { useListWords } from './words.ts';
import './subscriptions.css';

export type Change = (part: Partial<Place>, options?: { replace?: boolean }) => void;

/** The lists beside the bill, a tab each: orders, renewals, packages, coupons, movements and what else the book holds. */
export function SubscriptionsScreen() {
  const { t } = useListWords();
  const kinds = useCall('registers/kinds', {});
  if (kinds.data && kinds.data.length > 0) return <Lists lists={kinds.data} />;
  return (
    <div className="page">
      <PageHeader title={t('title')} />
      {kinds.error && <ErrorState error={kinds.error} retry={kinds.retry} />}
      {kinds.loading && (
        <div className="page-wait">
          <Loader size="sm" aria-label={t('loading')} />
        </div>
      )}
      {kinds.data && <NoLists />}
    </div>
  );
}

function Lists({ lists }: { lists: readonly RegisterList[] }) {
  const { t, title } = useListWords();
  const [address, setAddress] = useSearchParams();
  const list = lists.find(({ kind }) => kind === address.get('list')) ?? lists[0]!;
  const place = readPlace(address);
  const write = useCallback(
    (params: Record<string, string | null>, replace = false) =>
      setAddress(
        (old) => {
          const next = new URLSearchParams(old);
          for (const [name, value] of Object.entries(params)) {
            if (value === null) next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace },
      ),
    [setAddress],
  );
  const change = useCallback<Change>((part, options = {}) => write(placeParams(part), options.replace), [write]);
  const choose = (kind: string): void => write({ ...placeParams(ANYWHERE), list: kind });
  useActions(
    lists.map((other) => ({
      id: `subscriptions.list.${other.kind}`,
      title: t('showList', { name: title(other) }),
      group: 'view',
      predicate: () => other.kind !== list.kind,
      perform: () => choose(other.kind),
    })),
  );
  const tabs = useRef<HTMLDivElement>(null);
  useEffect(() => {
    tabs.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [list.kind]);
  return (
    <Tabs value={list.kind} onChange={(kind) => kind && choose(kind)} keepMounted={false} className="page list-tabs">
      <ListView key={list.kind} list={list} place={place} change={change}>
        <Tabs.List ref={tabs} px={12} aria-label={t('lists')}>
          {lists.map((other) => (
            <Tabs.Tab key={other.kind} value={other.kind}>
              {title(other)} <span className="dim">{grouped(other.rows)}</span>
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </ListView>
    </Tabs>
  );
}
