import { SegmentedControl } from '@mantine/core';
import { useCall } from '../../../app/hooks.ts';
import { useParam } from '../../../app/place.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/accounts.json';
import { ErrorState } from '../../../ui/index.ts';
import { Companies } from './Companies.tsx';
import { Directory } from './Directory.tsx';
import { Matrix } from './Matrix.tsx';
import { useKeepAccounts } from './useKeepAccounts.tsx';
import './accounts.css';

const PARTS = ['list', 'companies', 'matrix'] as const;

/** The book's accounts: what they are to each other, the companies that they belong to, and who paid for whom. */
export function Accounts() {
  const t = useWords<typeof words>('accounts');
  const [param, setParam] = useParam('show');
  const part = PARTS.find((name) => name === param) ?? 'list';
  const list = useCall('accounts/list', {});
  const keeper = useKeepAccounts();
  const choice = (
    <SegmentedControl
      size="xs"
      aria-label={t('show.label')}
      value={part}
      onChange={(value) => setParam(value === 'list' ? null : value)}
      data={PARTS.map((value) => ({ value, label: t(`show.${value}`) }))}
    />
  );
  if (list.error) return <ErrorState error={list.error} retry={list.retry} />;
  if (part === 'matrix') return <Matrix choice={choice} accounts={list.data?.accounts ?? []} />;
  if (part === 'companies') return <Companies choice={choice} list={list.data} keeper={keeper} />;
  return <Directory choice={choice} list={list.data} keeper={keeper} />;
}
