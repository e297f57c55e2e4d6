import { Button } from '@mantine/core';
import { IconPercentage, IconReceiptTax } from '@tabler/icons-react';
import { useCall } from '../../../app/hooks.ts';
import { useGo, useParam } from '../../../app/place.ts';
import { rowsOf } from '../../../app/usePages.ts';
import { useActions } from '../../../actions/registry.ts';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/selfAccount.json';
import { DataTable, EmptyState, PageHeader } from '../../../ui/index.ts';
import { invoiceKey } from '../../documents/keys.ts';
import { TaxNav } from '../TaxNav.tsx';
import { useWorksheetColumns } from './columns.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { RangeBar } from './RangeBar.tsx';
import { RatesInspector } from './RatesInspector.tsx';
import { Unjudged } from './Unjudged.tsx';
import { useRange } from './useRange.ts';
import { WorksheetInspector } from './WorksheetInspector.tsx';
import { WorksheetTotals } from './WorksheetTotals.tsx';
import './self-account.css';

/** What must be self-accounted, by range and country, with every document behind it. */
export function ReverseCharge() {
  const t = useWords<typeof words>('selfAccount');
  const title = useWordOf('tax');
  const go = useGo();
  const [range, setRange] = useRange();
  const [country, setCountry] = useParam('country');
  const [doc, setDoc] = useParam('doc');
  const sheet = useCall('selfAccount/worksheet', { ...range, country }, { keep: true });
  const options = useCall('tax/options', {});
  const rows = sheet.data?.rows ?? [];
  const chosen = rows.find((row) => invoiceKey(row) === doc);
  const columns = useWorksheetColumns(only(rows.map((r) => r.currency)), only(rows.map((r) => r.local.currency)));
  const rates = (): void => setDoc('rates');
  useActions([{ id: 'selfAccount.rates', title: t('rates'), group: 'record', predicate: () => doc !== 'rates', perform: rates }]);
  const places = [...new Set([...(sheet.data?.countries ?? []), ...(options.data?.countries ?? []).map((c) => c.iso)])];
  return (
    <div className="page">
      <PageHeader
        title={title('title')}
        status={<TaxNav />}
        actions={
          <>
            <ExportMenu range={range} country={country} disabled={sheet.data === undefined} />
            <Button variant="default" leftSection={<IconPercentage size={14} />} onClick={rates}>
              {t('rates')}
            </Button>
          </>
        }
      />
      <RangeBar range={range} onRange={setRange} country={country} countries={sheet.data?.countries ?? []} onCountry={setCountry} />
      {sheet.data && sheet.data.totals.length > 0 && <WorksheetTotals totals={sheet.data.totals} />}
      {sheet.data && <Unjudged sheet={sheet.data} options={options.data} />}
      <DataTable
        id="self-account"
        label={t('title')}
        columns={columns}
        rowId={invoiceKey}
        source={rowsOf(rows, sheet)}
        onOpen={(row) => setDoc(invoiceKey(row), { replace: doc !== null })}
        activeId={chosen ? invoiceKey(chosen) : null}
        toolbar={sheet.data && sheet.data.others > 0 ? <span className="dim">{t('others', { count: sheet.data.others })}</span> : undefined}
        empty={
          <EmptyState
            icon={IconReceiptTax}
            title={t('empty')}
            text={t('emptyText')}
            actions={
              <Button variant="default" onClick={() => go('/invoices')}>
                {t('toInvoices')}
              </Button>
            }
          />
        }
      />
      {chosen && <WorksheetInspector key={invoiceKey(chosen)} row={chosen} onClose={() => setDoc(null)} />}
      {doc === 'rates' && (
        <RatesInspector
          rates={sheet.data?.rates ?? []}
          country={country ?? sheet.data?.countries[0] ?? null}
          countries={places}
          from={range.from}
          onClose={() => setDoc(null)}
        />
      )}
    </div>
  );
}

/** The one value of all, else null. */
const only = (values: readonly string[]): string | null => (new Set(values).size === 1 ? (values[0] ?? null) : null);
