import { Button, Loader, Select } from '@mantine/core';
import { useState } from 'react';
import type { Filter } from '../../../../services/contract/bills.ts';
import { useActions } from '../../../actions/registry.ts';
import { useCall } from '../../../app/hooks.ts';
import { heldInput, type HeldTo } from '../../../app/held-to.ts';
import { useHeldTo } from '../../../app/useHeldTo.ts';
import { useGo, useParam, usePeriod } from '../../../app/place.ts';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type makingWords from '../../../i18n/en/making.json';
import type words from '../../../i18n/en/summary.json';
import { EmptyState, ErrorState, StatusMark } from '../../../ui/index.ts';
import { EmptyBook } from '../../overview/EmptyBook.tsx';
import { BillsHeader } from '../BillsHeader.tsx';
import { detailsParams } from '../place.ts';
import { useBillWords } from '../words.ts';
import { VENDORS, vendorsIn, type CardProps, type SummaryData, type VendorName } from './card.ts';
import { CARDS } from './cards/list.ts';
import { Customise } from './Customise.tsx';
import { Figures } from './Figures.tsx';
import { arrange, dealt, type Placed } from './layout.ts';
import { useColumns } from './useColumns.ts';
import { Totals } from './Totals.tsx';
import './summary.css';

/** What a period cost: totals, what they are made of, and where they went. Every figure opens exactly its lines. */
export function Summary() {
  const { t } = useBillWords();
  const own = useWords<typeof words>('summary');
  const { period } = usePeriod();
  const account = useHeldTo();
  const [vendorText, setVendor] = useParam('vendor');
  const vendor = VENDORS.find((v) => v === vendorText) ?? null;
  const summary = useCall(
    'bills/summary',
    { period: period ?? '2000-01', vendor, ...heldInput(account) },
    { enabled: period !== null, keep: true },
  );
  const data = summary.data;
  const making = useWords<typeof makingWords>('making');
  const go = useGo();
  const ofVendor: Filter[] = vendor === null ? [] : [{ column: 'vendor', op: 'is', value: vendor }];
  const layout = useCall('book/summaryLayout', {});
  const [customising, setCustomising] = useState(false);
  useActions([{ id: 'summary.customise', title: own('customise'), group: 'view', perform: () => setCustomising(true) }]);
  return (
    <div className="page">
      <BillsHeader
        status={
          data && data.status !== 'empty' ? (
            <StatusMark mark={data.status === 'final' ? 'pass' : 'due'} label={t(data.status === 'final' ? 'final' : 'estimated')} />
          ) : null
        }
        filters={period === null ? null : <VendorPicker period={period} vendor={vendor} onChange={setVendor} />}
        actions={
          period === null ? null : (
            <>
              <Button
                variant="default"
                size="xs"
                onClick={() => go('/invoices', { ...detailsParams({ where: ofVendor }), make: 'monthly' })}
              >
                {making('makeOf')}
              </Button>
              <Button variant="default" size="xs" onClick={() => setCustomising(true)}>
                {own('customise')}
              </Button>
            </>
          )
        }
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
        {data && data.status !== 'empty' && layout.data && (
          <Period data={data} vendor={vendor} account={account} kept={layout.data.cards} />
        )}
      </div>
      {customising && layout.data && <Customise kept={layout.data.cards} onClose={() => setCustomising(false)} />}
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

const KNOWN = CARDS.map((card) => card.id);

function Period({
  data,
  vendor,
  account,
  kept,
}: {
  data: SummaryData;
  vendor: VendorName | null;
  account: HeldTo;
  kept: readonly Placed[] | null;
}) {
  const { t } = useBillWords();
  const own = useWords<typeof words>('summary');
  const [chosen, setChosen] = useParam('currency');
  const columns = useColumns();
  const currencies = Object.keys(data.totals);
  const currency = chosen !== null && currencies.includes(chosen) ? chosen : (mostLines(data) ?? currencies[0] ?? null);
  const measures = currency === null ? undefined : data.totals[currency];
  if (currency === null || !measures) return null;
  const settlement = data.settlement.find((entry) => entry.currency === currency) ?? null;
  const props: CardProps = { data, currency, vendor, account, measures, settlement };
  const there = vendorsIn(data, currency);
  const cards = arrange(KNOWN, kept)
    .filter((placed) => placed.shown)
    .flatMap((placed) => CARDS.find((card) => card.id === placed.id) ?? [])
    .filter((card) => (card.vendors === null || card.vendors.some((name) => there.has(name))) && card.has(props));
  return (
    <>
      <Totals data={data} currency={currency} onChoose={(next) => setChosen(next, { replace: true })} />
      <Figures measures={measures} currency={currency} vendor={vendor} />
      <div className="summary-grid">
        {dealt(cards, columns).map((column, index) => (
          <div key={index} className="summary-column">
            {column.map(({ id, Card }) => (
              <Card key={`${id} ${currency}`} {...props} />
            ))}
          </div>
        ))}
      </div>
      {cards.length === 0 && <p className="dim">{own('allHidden')}</p>}
      {(data.total[currency] ?? null) === null && <p className="dim">{t('noPayable')}</p>}
    </>
  );
}

/** The currency with the most lines: what the period is mostly about. */
function mostLines(data: SummaryData): string | null {
  const counted = data.byVendor.map((card) => ({ currency: card.currency, lines: card.groups.reduce((n, g) => n + g.lines, 0) }));
  return counted.sort((a, b) => b.lines - a.lines)[0]?.currency ?? null;
}
