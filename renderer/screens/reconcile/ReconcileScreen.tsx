import { Button, Loader, Select } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useCall } from '../../app/hooks.ts';
import { useGo, useParam, usePeriod } from '../../app/place.ts';
import { useWordOf, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/reconcile.json';
import { EmptyState, ErrorState, PageHeader } from '../../ui/index.ts';
import type { Check } from '../../../services/contract/reconcile.ts';
import { CheckDetail } from './CheckDetail.tsx';
import { CheckList } from './CheckList.tsx';
import { countsOf, firstToSee } from './checks.ts';
import { ProgressStrip } from './ProgressStrip.tsx';
import { ReconcileNav } from './ReconcileNav.tsx';
import { ReportButton } from './letter/ReportButton.tsx';
import { CHECK_STATUSES } from './status.ts';
import './reconcile.css';

/** The checks of the period: what is held against what, and what does not fit. */
export function ReconcileScreen() {
  const t = useWords<typeof words>('reconcile');
  const { period } = usePeriod();
  const run = useCall('reconcile/run', { period: period ?? '2000-01' }, { enabled: period !== null, keep: true });
  const checks = run.data?.checks ?? [];
  return (
    <div className="page">
      {period === null || (run.data && checks.length === 0) ? (
        <>
          <PageHeader title={t('title')} status={<ReconcileNav />} />
          <Nothing period={period} />
        </>
      ) : run.error ? (
        <>
          <PageHeader title={t('title')} status={<ReconcileNav />} />
          <div className="page-scroll">
            <ErrorState error={run.error} retry={run.retry} />
          </div>
        </>
      ) : run.data ? (
        <Checks checks={checks} period={period} />
      ) : (
        <>
          <PageHeader title={t('title')} status={<ReconcileNav />} />
          <div className="table-empty">
            <Loader size="sm" aria-label={t('title')} />
          </div>
        </>
      )}
    </div>
  );
}

function Nothing({ period }: { period: string | null }) {
  const t = useWords<typeof words>('reconcile');
  const go = useGo();
  return (
    <div className="table-empty">
      <EmptyState
        icon={IconScale}
        title={period ? t('empty', { period }) : t('emptyBook')}
        text={t('emptyText')}
        actions={
          <>
            <Button onClick={() => go('/import')}>{t('toImport')}</Button>
            <Button variant="default" onClick={() => go('/invoices', { new: '1' })}>
              {t('toInvoice')}
            </Button>
          </>
        }
      />
    </div>
  );
}

function Checks({ checks, period }: { checks: readonly Check[]; period: string }) {
  const t = useWords<typeof words>('reconcile');
  const common = useWordOf('common');
  const [vendorParam, setVendor] = useParam('vendor');
  const [stateParam, setState] = useParam('state');
  const [chosenId, choose] = useParam('check');
  const vendors = [...new Set(checks.flatMap((check) => check.vendor ?? []))];
  const vendor = vendors.find((v) => v === vendorParam) ?? null;
  const state = CHECK_STATUSES.find((s) => s === stateParam) ?? null;
  const ofVendor = checks.filter((check) => vendor === null || check.vendor === vendor);
  const shown = ofVendor.filter((check) => state === null || check.status === state);
  const chosen = shown.find((check) => check.id === chosenId) ?? firstToSee(shown);
  return (
    <>
      <PageHeader
        title={t('title')}
        status={<ReconcileNav />}
        actions={
          <>
            <ReportButton report="reconciliation" />
            {vendors.length > 1 ? (
              <Select
                aria-label={t('vendor')}
                w={170}
                clearable
                placeholder={t('allVendors')}
                value={vendor}
                data={vendors.map((v) => ({ value: v, label: common(`vendor.${v}`) }))}
                onChange={(value) => setVendor(value)}
              />
            ) : null}
          </>
        }
      />
      <ProgressStrip counts={countsOf(ofVendor)} state={state} onState={setState} />
      <div className="reconcile">
        <CheckList checks={shown} chosen={chosen?.id} onChoose={(id) => choose(id, { replace: true })} />
        {chosen ? (
          <CheckDetail key={chosen.id} check={chosen} period={period} />
        ) : (
          <div className="table-empty">
            <EmptyState
              icon={IconScale}
              title={t('noneInState')}
              actions={
                <Button variant="default" onClick={() => setState(null)}>
                  {t('showAll')}
                </Button>
              }
            />
          </div>
        )}
      </div>
    </>
  );
}
