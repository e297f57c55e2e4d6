import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { appErrorOf } from '../../../app/query.ts';
import type { RowSource } from '../../../app/usePages.ts';
import type { TableTree } from '../../../ui/index.ts';
import type { PivotRow } from './pivot-rows.ts';

/** A row of the tree: a group, or the place of groups that are not read yet. */
export interface TreeNode {
  id: string;
  /** Values from the first level to this one; of those it stands for, where it stands for groups not read. */
  path: readonly (string | null)[];
  currency: string;
  level: number;
  row: PivotRow | null;
  kind: 'group' | 'wait' | 'more' | 'rest' | 'failed';
}

export interface Branch<Answer> {
  rows: PivotRow[];
  truncated: boolean;
  answer: Answer;
}

interface Options<Answer> {
  /** Names what is shown: procedure and input. */
  key: readonly unknown[];
  depth: number;
  /** The groups right under a branch (the whole: an empty path and no currency). */
  fetch: (path: readonly (string | null)[], currency: string | null, limit: number, signal: AbortSignal) => Promise<Branch<Answer>>;
}

const idOf = (path: readonly (string | null)[], currency: string): string => JSON.stringify([path, currency]);
const ROOT = { id: '', path: [] as readonly (string | null)[], currency: null as string | null };
const FIRST = 500;
const MOST = 2000;

/** Groups that open level by level; each branch is asked for when it is opened, and again when what is shown changes. */
export function useTree<Answer>({ key, depth, fetch }: Options<Answer>): {
  source: RowSource<TreeNode>;
  tree: TableTree<TreeNode>;
  root: Branch<Answer> | undefined;
  /** Shows more groups of the branch that the node stands in. */
  more: (node: TreeNode) => void;
  openAll: () => void;
  closeAll: () => void;
} {
  const [open, setOpen] = useState<ReadonlyMap<string, { path: readonly (string | null)[]; currency: string }>>(new Map());
  const [limits, setLimits] = useState<ReadonlyMap<string, number>>(new Map());
  const branches = useMemo(
    () => [ROOT, ...[...open].map(([id, branch]) => ({ id, ...branch }))].filter((b) => b.path.length < depth),
    [open, depth],
  );
  const results = useQueries({
    queries: branches.map(({ id, path, currency }) => {
      const limit = limits.get(id) ?? FIRST;
      return {
        queryKey: [...key, { path, currency, limit }],
        queryFn: ({ signal }: { signal: AbortSignal }) => fetch(path, currency, limit, signal),
        placeholderData: keepPreviousData,
      };
    }),
  });
  const told = JSON.stringify(results.map((r) => [r.dataUpdatedAt, r.status, r.isPlaceholderData]));
  const nodes = useMemo(() => {
    const byId = new Map(branches.map((branch, index) => [branch.id, results[index]!]));
    const out: TreeNode[] = [];
    const grow = (id: string, path: readonly (string | null)[], currency: string | null): void => {
      const branch = byId.get(id);
      const rest = { path: [...path, null], currency: currency ?? '', level: path.length + 1, row: null };
      if (branch?.error) out.push({ ...rest, id: `${id}!`, kind: 'failed' });
      else if (!branch?.data) out.push({ ...rest, id: `${id}…`, kind: 'wait' });
      for (const row of branch?.data?.rows ?? []) {
        const own = [...path, row.value];
        const node = idOf(own, row.currency);
        out.push({ id: node, path: own, currency: row.currency, level: own.length, row, kind: 'group' });
        if (open.has(node) && own.length < depth) grow(node, own, row.currency);
      }
      if (branch?.data?.truncated) out.push({ ...rest, id: `${id}+`, kind: branch.data.rows.length < MOST ? 'more' : 'rest' });
    };
    if (byId.get('')?.data) grow('', [], null);
    return out;
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `told` says when the results have changed
  }, [told, branches, open, depth]);

  const toggle = useCallback(
    ({ id, path, currency }: TreeNode, wanted: boolean) =>
      setOpen((old) => {
        const next = new Map(old);
        if (wanted) next.set(id, { path, currency });
        else next.delete(id);
        return next;
      }),
    [],
  );
  const more = useCallback((node: TreeNode) => {
    const id = node.id.slice(0, -1);
    setLimits((old) => new Map(old).set(id, Math.min(MOST, (old.get(id) ?? FIRST) * 4)));
  }, []);
  const root = results[0];
  const first = root?.data?.rows;
  const openAll = useCallback(() => {
    // Each is a question of its own: the first ones, not thousands.
    const wanted = (first ?? [])
      .slice(0, 50)
      .map((row) => [idOf([row.value], row.currency), { path: [row.value], currency: row.currency }] as const);
    setOpen((old) => new Map([...old, ...wanted]));
  }, [first]);
  const tree = useMemo<TableTree<TreeNode>>(
    () => ({
      level: (node) => node.level,
      expanded: (node) => (node.kind === 'group' && node.path.length < depth ? open.has(node.id) : null),
      toggle: (node, wanted) => {
        if (node.kind === 'group' && node.path.length < depth) toggle(node, wanted);
      },
    }),
    [depth, open, toggle],
  );
  const failed = results.find((r) => r.error);
  return {
    root: root?.data,
    tree,
    more,
    openAll,
    closeAll: useCallback(() => setOpen(new Map()), []),
    source: {
      count: nodes.length,
      at: (index) => nodes[index],
      want: () => undefined,
      loaded: nodes,
      loading: results.some((r) => r.isLoading || r.isPlaceholderData),
      error: failed?.error ? appErrorOf(failed.error) : null,
      retry: () => results.forEach((r) => void (r.error && r.refetch())),
    },
  };
}
