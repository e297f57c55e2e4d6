import { Loader, SegmentedControl } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { KnownAccount } from '../../../../services/contract/accounts.ts';
import type { Output } from '../../../../services/contract/index.ts';
import { useCall } from '../../../app/hooks.ts';
import { useParam, usePeriod } from '../../../app/place.ts';
import { useHeldTo } from '../../../app/useHeldTo.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/accounts.json';
import { Amount, Card, EmptyState, ErrorState, StatusMark } from '../../../ui/index.ts';
import { MatrixSectionCard } from './MatrixSection.tsx';

const RANGES = ['month', 'year', 'all'] as const;

/** Using against paying accounts of the period, section by section, held to the bills. */
export function Matrix({ choice, accounts }: { choice: ReactNode; accounts: readonly KnownAccount[] }) {
  const t = useWords<typeof words>('accounts');
  const { period } = usePeriod();
  const held = useHeldTo();
  const book = useCall('book/info', {});
  const [param, setParam] = useParam('months');
  const range = RANGES.find((name) => name === param) ?? 'month';
  const known = book.data?.periods.toSorted() ?? [];
  const at = period ?? known.at(-1) ?? null;
  const from = at === null ? null : range === 'month' ? at : range === 'year' ? `${at.slice(0, 4)}-01` : (known[0] ?? at);
  const to = range === 'all' ? (known.at(-1) ?? at) : at;
  const matrix = useCall(
    'accounts/matrix',
    { from: from ?? '2000-01', to: to ?? '2000-01', accounts: held === null ? null : typeof held === 'string' ? [held] : [...held] },
    { enabled: from !== null, keep: true },
  );
  const names = new Map(accounts.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])));
  const data = matrix.data;
  return (
    <div className="page">
      <div className="table-bar">
        <div className="table-tools">
          {choice}
          <SegmentedControl
            size="xs"
            aria-label={t('range.label')}
            value={range}
            onChange={(value) => setParam(value === 'month' ? null : value)}
            data={RANGES.map((value) => ({ value, label: t(`range.${value}`) }))}
          />
        </div>
      </div>
      <div className="page-scroll accounts-matrix">
        {matrix.error && <ErrorState error={matrix.error} retry={matrix.retry} />}
        {matrix.loading && (
          <div className="page-wait">
            <Loader size="sm" />
          </div>
        )}
        {(from === null && book.data !== undefined) || data?.sections.length === 0 ? (
          <EmptyState icon={IconArrowsExchange} title={t('emptyMatrix')} text={t('matrixText')} />
        ) : null}
        {data && data.sections.length > 0 && (
          <>
            <p className="dim accounts-how">{t('matrixText')}</p>
            {data.sections.map((section) => (
              <MatrixSectionCard
                key={JSON.stringify([section.vendor, section.currency, section.entity, section.present])}
                section={section}
                names={names}
                period={from === to ? from : null}
              />
            ))}
            <Checks checks={data.checks} />
          </>
        )}
      </div>
    </div>
  );
}

function Checks({ checks }: { checks: Output<'accounts/matrix'>['checks'] }) {
  const t = useWords<typeof words>('accounts');
  return (
    <Card title={t('checks')}>
      <table className="plain accounts-checks" aria-label={t('checks')}>
        <tbody>
          {checks.map(({ id, currency, left, right, difference, pass }) => (
            <tr key={`${id} ${currency}`}>
              <th scope="row">{t(`check.${id}`)}</th>
              <td className="end">
                <Amount value={left} currency={currency} plainZero />
              </td>
              <td className="end">
                <Amount value={right} currency={currency} showCurrency plainZero />
              </td>
              <td className="end">
                {t('difference')} <Amount value={difference} currency={currency} plainZero />
              </td>
              <td>
                <StatusMark mark={pass ? 'pass' : 'fail'} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
