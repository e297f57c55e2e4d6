import { IconCertificate } from '@tabler/icons-react';
import type { ExpectedRow } from '../../../services/contract/wht-expected.ts';
import type { CallState } from '../../app/hooks.ts';
import { rowsOf } from '../../app/usePages.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/wht.json';
import type expectedWords from '../../i18n/en/whtExpected.json';
import { DataTable, EmptyState } from '../../ui/index.ts';
import { onlyCurrency } from '../documents/currency.ts';
import { useEnter, useExpectedColumns } from './expected/columns.tsx';
import { byUrgency, rowKey } from './expected/rows.ts';

/** Invoices from which tax was withheld and whose certificate is missing: until when it is due, and the way to enter it. */
export function ExpectedTable({ rows, state }: { rows: readonly ExpectedRow[]; state: CallState<unknown> }) {
  const t = useWords<typeof words>('wht');
  const e = useWords<typeof expectedWords>('whtExpected');
  const enter = useEnter();
  const columns = useExpectedColumns(onlyCurrency(rows), false);
  return (
    <DataTable
      id="wht-expected"
      label={t('expected')}
      columns={columns}
      rowId={rowKey}
      onOpen={enter}
      source={rowsOf(byUrgency(rows), { loading: state.loading, error: state.error, retry: state.retry })}
      toolbar={<span className="dim">{e('listText')}</span>}
      empty={<EmptyState icon={IconCertificate} title={t('noneExpected')} text={t('noneExpectedText')} />}
    />
  );
}
