import { IconBuildingBank } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { BankStatement } from '../../../../services/contract/bank.ts';
import { useCall } from '../../../app/hooks.ts';
import { useParam } from '../../../app/place.ts';
import { rowsOf } from '../../../app/usePages.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/bank.json';
import { Amount, DataTable, EmptyState, StatusMark, type DataColumn } from '../../../ui/index.ts';
import { FollowMark, SumMark } from './marks.tsx';
import { StatementInspector } from './StatementInspector.tsx';

/** Statements with their balances: whether the lines lead from one to the other, and whether they follow one another. */
export function Statements() {
  const t = useWords<typeof words>('bank');
  const [account] = useParam('account');
  const [open, setOpen] = useParam('open');
  const list = useCall('bank/statements', { account: account === null ? null : Number(account) }, { keep: true });
  const rows = list.data ?? [];
  const columns = useColumns();
  const shown = rows.find((s) => String(s.id) === open);
  return (
    <>
      <DataTable
        id="bank-statements"
        label={t('statements')}
        columns={columns}
        rowId={(s) => String(s.id)}
        source={rowsOf(rows, list)}
        onOpen={(s) => setOpen(String(s.id), { replace: open !== null })}
        activeId={open}
        rowClass={(s) => (s.state === 'undone' ? 'void' : undefined)}
        empty={<EmptyState icon={IconBuildingBank} title={t('noStatements')} />}
      />
      {shown && <StatementInspector key={shown.id} statement={shown} onClose={() => setOpen(null)} />}
    </>
  );
}

function useColumns(): DataColumn<BankStatement>[] {
  const t = useWords<typeof words>('bank');
  return useMemo(() => {
    const money = (id: 'opening' | 'in' | 'out' | 'closing'): DataColumn<BankStatement> => ({
      id,
      header: t(`column.${id}`),
      kind: 'amount',
      width: 118,
      value: (s) => s[id],
      render: (s) => <Amount value={s[id]} currency={s.account.currency} column={2} />,
    });
    return [
      { id: 'account', header: t('account'), value: (s) => s.account.name || s.account.number, width: 170, pinned: true },
      { id: 'first', header: t('column.first'), kind: 'date', value: (s) => s.first, width: 92 },
      { id: 'last', header: t('column.last'), kind: 'date', value: (s) => s.last, width: 92 },
      { id: 'currency', header: t('currency'), value: (s) => s.account.currency, width: 64 },
      money('opening'),
      money('in'),
      money('out'),
      money('closing'),
      {
        id: 'sum',
        header: t('column.sum'),
        value: (s) => s.difference ?? '',
        render: (s) => (s.state === 'undone' ? <StatusMark mark="missing" label={t('undone')} /> : <SumMark statement={s} />),
        width: 150,
      },
      {
        id: 'follows',
        header: t('column.follows'),
        value: (s) => s.continuity?.state ?? '',
        render: (s) => <FollowMark continuity={s.continuity} />,
        width: 170,
      },
      { id: 'rows', header: t('column.rows'), kind: 'count', value: (s) => s.rows, width: 68 },
      { id: 'openLines', header: t('state.open'), kind: 'count', value: (s) => s.open, width: 68 },
      { id: 'rejected', header: t('column.rejected'), kind: 'count', value: (s) => s.rejected, width: 76 },
      { id: 'file', header: t('file'), value: (s) => s.file, width: 200, grow: true },
      { id: 'number', header: t('column.number'), value: (s) => s.number, width: 90, hidden: true },
      { id: 'format', header: t('format'), value: (s) => t(`formats.${s.format}`), width: 110, hidden: true },
    ];
  }, [t]);
}
