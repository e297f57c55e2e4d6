import { Loader } from '@mantine/core';
import { Link } from 'react-router';
import { rangeText } from '../../../../domain/analysis/ranges.ts';
import type { Output } from '../../../../services/contract/index.ts';
import type { Filter } from '../../../../services/contract/bills.ts';
import { grouped } from '../../../app/duration.ts';
import { useCall } from '../../../app/hooks.ts';
import { useAddress } from '../../../app/place.ts';
import { Amount, Card, EmptyState, ErrorState, KeyFigures, widestFraction } from '../../../ui/index.ts';
import { exactly } from '../place.ts';
import { barWidth, largest } from '../share.ts';
import { linesParams } from './place.ts';
import { CurrencyPicker, Sides } from './Sides.tsx';
import type { CompareState } from './useCompare.ts';
import { percentText, useCompareWords } from './words.ts';

type Currency = Output<'analysis/coverage'>['currencies'][number];
interface Part {
  name: string;
  amount: string | null;
  percent: string | null;
  lines: number;
  filter: Filter;
  /** Compared and followed by this column; null for what is missing. */
  by: string | null;
}

/** Who bears the cost: by tag key and by enterprise project, and how much carries neither. */
export function Cost({ state }: { state: CompareState }) {
  const { t } = useCompareWords();
  const { now, where, currency } = state;
  const told = useCall('analysis/coverage', { period: now, where }, { keep: true });
  const own = told.data?.currencies.find((c) => c.currency === currency);
  return (
    <>
      <div className="table-bar">
        <div className="table-tools">
          <Sides state={state} />
          <CurrencyPicker state={state} />
        </div>
      </div>
      <div className="page-scroll">
        {told.error && <ErrorState error={told.error} retry={told.retry} />}
        {told.loading && (
          <div className="page-wait">
            <Loader size="sm" aria-label={t('loading')} />
          </div>
        )}
        {told.data && !own && <EmptyState title={t('noLinesIn', { range: rangeText(now) })} text={t('noMonthsText')} />}
        {own && <Told own={own} state={state} />}
      </div>
    </>
  );
}

function Told({ own, state }: { own: Currency; state: CompareState }) {
  const { t, column, value } = useCompareWords();
  const { currency } = own;
  const share = (part: Currency['tagged']) => `${percentText(part.percent)} · ${t('lines', { count: part.lines, n: grouped(part.lines) })}`;
  const keys = own.keys.map((k): Part => ({
    ...k,
    name: column(`tag:${k.key}`),
    filter: { column: `tag:${k.key}`, op: 'present', value: '' },
    by: `tag:${k.key}`,
  }));
  const none = (name: string, part: Currency['tagged'], of: string): Part => ({ ...part, name, filter: exactly(of, null), by: null });
  const projects = own.projects.map((p): Part => ({
    ...p,
    name: p.value === null ? t('withoutProject') : value('enterpriseProject', p.value),
    filter: exactly('enterpriseProject', p.value),
    by: p.value === null ? null : 'enterpriseProject',
  }));
  return (
    <>
      <Card title={t('coverage')} aside={<span>{rangeText(state.now)}</span>}>
        <KeyFigures
          figures={[
            { label: t('total'), value: own.total, currency, note: t('lines', { count: own.lines, n: grouped(own.lines) }) },
            { label: t('tagged'), value: own.tagged.amount, currency, note: share(own.tagged) },
            { label: t('untagged'), value: own.untagged.amount, currency, note: share(own.untagged) },
            { label: t('withoutProject'), value: own.withoutProject.amount, currency, note: share(own.withoutProject) },
          ]}
        />
      </Card>
      <div className="cost-grid">
        <Card title={t('byTag')} aside={<span>{t('byTagNote')}</span>}>
          <Parts
            parts={[...keys, ...(own.untagged.lines > 0 ? [none(t('untagged'), own.untagged, 'tags')] : [])]}
            head={t('tagKey')}
            state={state}
            currency={currency}
          />
        </Card>
        <Card title={t('byProject')}>
          <Parts parts={projects} head={column('enterpriseProject')} state={state} currency={currency} />
        </Card>
      </div>
    </>
  );
}

function Parts({ parts, head, state, currency }: { parts: readonly Part[]; head: string; state: CompareState; currency: string }) {
  const { t } = useCompareWords();
  const address = useAddress();
  const { now, place, change } = state;
  const most = largest(parts.map((p) => p.amount));
  const places = widestFraction(parts.map((p) => p.amount));
  return (
    <table className="plain breakdown cost-table" aria-label={head}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col" className="bar-cell" aria-hidden="true" />
          <th scope="col" className="end">
            {t('share')}
          </th>
          <th scope="col" className="end">
            {t('amount')} <span className="unit">{currency}</span>
          </th>
          <th scope="col" className="end">
            {t('linesHead')}
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={`${part.filter.column} ${part.name}`}>
            <th scope="row">
              {part.by === null ? (
                <span className="dim">{part.name}</span>
              ) : (
                <button
                  type="button"
                  className="link"
                  title={t('follow', { name: part.name })}
                  onClick={() =>
                    change({ part: 'trend', by: part.by!, ...(part.by === 'enterpriseProject' ? {} : { where: place.where }) })
                  }
                >
                  {part.name}
                </button>
              )}
            </th>
            <td className="bar-cell" aria-hidden="true">
              <span className={part.amount?.startsWith('-') ? 'bar minus' : 'bar'} style={{ width: barWidth(part.amount, most) }} />
            </td>
            <td className="end dim">{percentText(part.percent)}</td>
            <td className="end">
              <Amount value={part.amount} currency={currency} column={places} plainZero />
            </td>
            <td className="end">
              <Link
                to={address('/bills/details', linesParams(now, [...place.where, part.filter], currency))}
                aria-label={t('openLines', { n: grouped(part.lines), name: part.name, range: rangeText(now) })}
              >
                {grouped(part.lines)}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
