import { Loader, Select } from '@mantine/core';
import type { Output } from '../../../../services/contract/index.ts';
import { useCall } from '../../../app/hooks.ts';
import { useAccount, useParam, usePeriod } from '../../../app/place.ts';
import { useWordOf } from '../../../i18n/index.ts';
import { EmptyState, ErrorState, StatusMark } from '../../../ui/index.ts';
import { EmptyBook } from '../../overview/EmptyBook.tsx';
import { BillsHeader } from '../BillsHeader.tsx';
import { useBillWords } from '../words.ts';
import { Breakdown } from './Breakdown.tsx';
import { Figures } from './Figures.tsx';
import { StatementBeside } from './StatementBeside.tsx';
import { Totals } from './Totals.tsx';
import { Trend } from './Trend.tsx';

type Data = Output<'bills/summary'>;
const VENDORS = ['huawei', 'tencent', 'qingcloud', 'zilliz', 'other'] as const;
export type VendorName = (typeof VENDORS)[number];

/** What a period cost: totals, what they are made of, and where they went. Every figure opens exactly its lines. */
export function Summary() {
  const { t } = useBillWords();
  const { period } = usePeriod();
  const { account } = useAccount();
  const [vendorText, setVendor] = useParam('vendor');
  const vendor = VENDORS.find((v) => v === vendorText) ?? null;
  const summary = useCall('bills/summary', { period: period ?? '2000-01', vendor, account }, { enabled: period !== null, keep: true });
  const data = summary.data;
  return (
    <div className="page">
      <BillsHeader
        status={
          data && data.status !== 'empty' ? (
            <StatusMark mark={data.status === 'final' ? 'pass' : 'due'} label={t(data.status === 'final' ? 'final' : 'estimated')} />
          ) : null
        }
        filters={period === null ? null : <VendorPicker period={period} vendor={vendor} onChange={setVendor} />}
      />
      <div className="page-scroll">
        {summary.error && <ErrorState error={summary.error} retry={summary.retry} />}
        {summary.loading && (
          <div className="page-wait">
            <Loader size="sm" aria-label={t('loading')} />
          </div>
        )}
        {period === null && <EmptyBook />}
        {data && data.status === 'empty' && (
          <div className="empty-book">
            <EmptyState title={t('emptyPeriod', { period: data.period })} text={t('emptyPeriodText')} />
          </div>
        )}
        {data && data.status !== 'empty' && <Period data={data} vendor={vendor} account={account} />}
      </div>
    </div>
  );
}

function VendorPicker({
  period,
  vendor,
  onChange,
}: {
  period: string;
  vendor: VendorName | null;
  onChange: (vendor: string | null) => void;
}) {
  const { t } = useBillWords();
  const common = useWordOf('common');
  const periods = useCall('bills/periods', {});
  const here = periods.data?.find((p) => p.period === period)?.vendors ?? [];
  if (here.length < 2 && vendor === null) return null;
  return (
    <Select
      aria-label={t('col.vendor')}
      placeholder={t('allVendors')}
      clearable
      w={180}
      value={vendor}
      onChange={onChange}
      data={VENDORS.filter((v) => here.includes(v) || v === vendor).map((v) => ({ value: v, label: common(`vendor.${v}`) }))}
    />
  );
}

function Period({ data, vendor, account }: { data: Data; vendor: VendorName | null; account: string | null }) {
  const { t } = useBillWords();
  const [chosen, setChosen] = useParam('currency');
  const currencies = Object.keys(data.totals);
  const currency = chosen !== null && currencies.includes(chosen) ? chosen : (mostLines(data) ?? currencies[0] ?? null);
  if (currency === null) return null;
  const measures = data.totals[currency];
  const statement = data.statement[currency];
  const of = (cards: Data['byVendor']): Data['byVendor'][number]['groups'] => cards.find((c) => c.currency === currency)?.groups ?? [];
  const total = data.total[currency] ?? null;
  return (
    <>
      <Totals data={data} currency={currency} onChoose={(next) => setChosen(next, { replace: true })} />
      {measures && <Figures measures={measures} currency={currency} vendor={vendor} />}
      <div className="summary-grid">
        <Trend currency={currency} period={data.period} vendor={vendor} account={account} />
        {statement && <StatementBeside statement={statement} currency={currency} period={data.period} vendor={vendor} account={account} />}
        <Breakdown
          title={t('by.productType')}
          groups={of(data.byProductType)}
          column="productType"
          currency={currency}
          total={measures?.payable ?? null}
          account={account}
        />
        <Breakdown
          title={t('by.account')}
          groups={of(data.byAccount)}
          column="account"
          currency={currency}
          total={measures?.payable ?? null}
          account={account}
        />
        <Breakdown
          title={t('by.billingMode')}
          groups={of(data.byBillingMode)}
          column="billingMode"
          currency={currency}
          total={measures?.payable ?? null}
          account={account}
        />
        <Breakdown
          title={t('by.billType')}
          groups={of(data.byBillType)}
          column="billType"
          currency={currency}
          total={measures?.payable ?? null}
          account={account}
        />
        {of(data.byVendor).length > 1 && (
          <Breakdown
            title={t('by.vendor')}
            groups={of(data.byVendor)}
            column="vendor"
            currency={currency}
            total={measures?.payable ?? null}
            account={account}
          />
        )}
      </div>
      {total === null && <p className="dim">{t('noPayable')}</p>}
    </>
  );
}

/** The currency with the most lines: what the period is mostly about. */
function mostLines(data: Data): string | null {
  const counted = data.byVendor.map((card) => ({ currency: card.currency, lines: card.groups.reduce((n, g) => n + g.lines, 0) }));
  return counted.sort((a, b) => b.lines - a.lines)[0]?.currency ?? null;
}
