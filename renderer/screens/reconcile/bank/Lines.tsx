import { Button, Select } from '@mantine/core';
import { IconBuildingBank } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { sum, type Amount as Exact } from '../../../../domain/money/amount.ts';
import { unwrap } from '../../../../domain/result.ts';
import type { BankAccountRow, BankLine } from '../../../../services/contract/bank.ts';
import type { Input } from '../../../../services/contract/index.ts';
import { useActions } from '../../../actions/registry.ts';
import { useCall } from '../../../app/hooks.ts';
import { useParam } from '../../../app/place.ts';
import { usePages } from '../../../app/usePages.ts';
import { bridge } from '../../../host/bridge.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/bank.json';
import { DataTable, EmptyState, SearchField } from '../../../ui/index.ts';
import { IgnoreDialog } from './IgnoreDialog.tsx';
import { useLineColumns } from './line-columns.tsx';
import { LineInspector } from './LineInspector.tsx';

const STATES = ['open', 'matched', 'ignored'] as const;

/** Lines of the accounts, newest first, a page at a time; the address holds account, statement, state, way and search. */
export function Lines({ accounts }: { accounts: readonly BankAccountRow[] }) {
  const t = useWords<typeof words>('bank');
  const [account] = useParam('account');
  const [statement, setStatement] = useParam('statement');
  const [state, setState] = useParam('state');
  const [way, setWay] = useParam('way');
  const [search, setSearch] = useParam('q');
  const [open, setOpen] = useParam('line');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [ignoring, setIgnoring] = useState<readonly number[]>([]);
  const filter: Input<'bank/lines'> = {
    account: number(account),
    statement: number(statement),
    state: STATES.find((s) => s === state) ?? null,
    direction: way === 'in' || way === 'out' ? way : null,
    search: search ?? '',
  };
  const key = JSON.stringify(filter);
  const source = usePages<BankLine>({
    key: ['bank/lines', 'pages', key],
    fetch: async (offset, limit, signal) => {
      const page = unwrap(await bridge().call('bank/lines', { ...filter, offset, limit }, { signal }));
      return { rows: page.rows, count: page.total };
    },
  });
  const totals = useCall('bank/lines', { ...filter, limit: 1 }, { keep: true }).data;
  useEffect(() => setSelected(new Set()), [key]);
  const currencies = useMemo(
    () => [...new Set(accounts.filter((a) => account === null || String(a.id) === account).map((a) => a.currency))],
    [accounts, account],
  );
  const currency = currencies.length === 1 ? currencies[0]! : null;
  const columns = useLineColumns(currency, account === null && accounts.length > 1);
  const chosen = source.loaded.filter((l) => selected.has(String(l.id)));
  const open1 = chosen.filter((l) => l.state === 'open' && l.payments.length === 0);
  useActions([
    {
      id: 'bank.ignore',
      title: t('ignoreCount', { count: open1.length }),
      group: 'record',
      shortcut: 'i',
      predicate: () => open1.length > 0,
      perform: () => setIgnoring(open1.map((l) => l.id)),
    },
  ]);
  return (
    <>
      <DataTable
        id="bank-lines"
        label={t('lines')}
        columns={columns}
        rowId={(row) => String(row.id)}
        source={source}
        onOpen={(row) => setOpen(String(row.id), { replace: open !== null })}
        activeId={open}
        selected={selected}
        onSelect={setSelected}
        selectionTotals={sumsOf(chosen).map(({ currency: code, amount }) => ({ label: code, values: { amount } }))}
        rowClass={(row) => (row.state === 'ignored' ? 'void' : undefined)}
        totals={
          totals?.sums.length === 1
            ? { label: t('totals', { count: totals.total }), values: { amount: sum([totals.sums[0]!.in, totals.sums[0]!.out]) } }
            : null
        }
        toolbar={
          <>
            <SearchField
              text={search ?? ''}
              label={t('search')}
              placeholder={t('search')}
              onChange={(q) => setSearch(q, { replace: true })}
            />
            <Select
              w={130}
              clearable
              aria-label={t('stateHead')}
              placeholder={t('stateHead')}
              value={state}
              data={STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
              onChange={(value) => setState(value)}
            />
            <Select
              w={130}
              clearable
              aria-label={t('way')}
              placeholder={t('way')}
              value={way}
              data={[
                { value: 'out', label: t('out') },
                { value: 'in', label: t('in') },
              ]}
              onChange={(value) => setWay(value)}
            />
            {statement !== null && (
              <Button size="xs" variant="default" onClick={() => setStatement(null)}>
                {t('allStatements')}
              </Button>
            )}
            {selected.size > 0 && (
              <Button size="xs" variant="default" disabled={open1.length === 0} onClick={() => setIgnoring(open1.map((l) => l.id))}>
                {t('ignoreCount', { count: open1.length })}
              </Button>
            )}
          </>
        }
        empty={<EmptyState icon={IconBuildingBank} title={t('noneFound')} />}
      />
      {open !== null && number(open) !== null && (
        <LineInspector key={open} id={number(open)!} onClose={() => setOpen(null)} onIgnore={(id) => setIgnoring([id])} />
      )}
      <IgnoreDialog lines={ignoring} onClose={() => setIgnoring([])} />
    </>
  );
}

const number = (text: string | null): number | null => (text !== null && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null);

const sumsOf = (lines: readonly BankLine[]): { currency: string; amount: Exact }[] =>
  [...Map.groupBy(lines, (l) => l.currency)].map(([currency, of]) => ({ currency, amount: sum(of.map((l) => l.amount)) }));
