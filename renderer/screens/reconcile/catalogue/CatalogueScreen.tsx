import { Select } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { DeclaredCheck } from '../../../../services/contract/reconcile.ts';
import { useCall } from '../../../app/hooks.ts';
import { useParam } from '../../../app/place.ts';
import { rowsOf } from '../../../app/usePages.ts';
import { useLanguage, useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/reconcile.json';
import { DataTable, EmptyState, PageHeader, SearchField, type DataColumn } from '../../../ui/index.ts';
import { ReconcileNav } from '../ReconcileNav.tsx';
import { CheckInspector } from './CheckInspector.tsx';
import { KindsCard } from './KindsCard.tsx';
import { capital, says, toleranceText } from './words.ts';

/** Every check that there is, whether or not the book has anything for it: what is held against what, and by which source. */
export function CatalogueScreen() {
  const t = useWords<typeof words>('reconcile');
  const [search, setSearch] = useParam('q');
  const [scope, setScope] = useParam('scope');
  const [open, setOpen] = useParam('check');
  const columns = useColumns();
  const list = useCall('reconcile/catalogue', {});
  const all = list.data?.checks ?? [];
  const rows = all.filter((row) => (scope === null || row.scope === scope) && says(row, search ?? ''));
  const shown = all.find((row) => row.id === open) ?? null;
  return (
    <div className="page">
      <PageHeader title={t('title')} status={<ReconcileNav />} />
      <DataTable
        id="checks"
        label={t('catalogue.label')}
        columns={columns}
        rowId={(row) => row.id}
        source={rowsOf(rows, list)}
        onOpen={(row) => setOpen(row.id, { replace: open !== null })}
        activeId={open}
        toolbar={
          <>
            <SearchField
              text={search ?? ''}
              label={t('catalogue.search')}
              placeholder={t('catalogue.search')}
              onChange={(q) => setSearch(q, { replace: true })}
            />
            <Select
              w={170}
              clearable
              aria-label={t('catalogue.scope')}
              placeholder={t('catalogue.scope')}
              value={scope}
              data={[...new Set(all.map((row) => row.scope))].map((value) => ({ value, label: t(`scope.${value}`) }))}
              onChange={(value) => setScope(value)}
            />
          </>
        }
        empty={<EmptyState icon={IconScale} title={t('catalogue.none')} />}
      />
      {list.data && <KindsCard kinds={list.data.kinds} />}
      {shown && <CheckInspector check={shown} onClose={() => setOpen(null)} />}
    </div>
  );
}

function useColumns(): DataColumn<DeclaredCheck>[] {
  const t = useWords<typeof words>('reconcile');
  const common = useWordOf('common');
  const language = useLanguage();
  return useMemo(() => {
    const of = ({ en, zh }: { en: string; zh: string }): string => (language === 'zh-CN' ? zh : en);
    return [
      { id: 'title', header: t('catalogue.check'), value: (row) => of(row.title), width: 260, pinned: true, grow: true },
      { id: 'scope', header: t('catalogue.scope'), value: (row) => t(`scope.${row.scope}`), width: 110 },
      {
        id: 'vendors',
        header: t('vendor'),
        value: (row) => row.vendors?.map((vendor) => common(`vendor.${vendor}`)).join(', ') ?? t('allVendors'),
        width: 130,
      },
      { id: 'left', header: t('catalogue.left'), value: (row) => capital(of(row.left)), width: 280 },
      { id: 'right', header: t('catalogue.right'), value: (row) => capital(of(row.right)), width: 280 },
      { id: 'tolerance', header: t('catalogue.tolerance'), value: (row) => toleranceText(row, language, t('catalogue.exact')), width: 200 },
      { id: 'id', header: t('catalogue.id'), kind: 'ident', value: (row) => row.id, width: 180, hidden: true },
      { id: 'source', header: t('catalogue.source'), value: (row) => of(row.source), width: 300, hidden: true },
    ];
    // The functions are made anew with the language alone.
  }, [language]);
}
