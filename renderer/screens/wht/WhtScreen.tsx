import { Button } from '@mantine/core';
import { IconCertificate, IconPlus } from '@tabler/icons-react';
import { WHT_STATUSES } from '../../../domain/wht/states.ts';
import { useActions } from '../../actions/registry.ts';
import { useCall } from '../../app/hooks.ts';
import { useGo, useParam } from '../../app/place.ts';
import { rowsOf } from '../../app/usePages.ts';
import { useWordOf, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/wht.json';
import { DataTable, EmptyState, PageHeader } from '../../ui/index.ts';
import { onlyCurrency } from '../documents/currency.ts';
import { FilterField } from '../documents/FilterField.tsx';
import { StatusStrip } from '../documents/StatusStrip.tsx';
import { BundleButton } from './bundle/BundleButton.tsx';
import { CertificateFilters, useFiltered } from './CertificateFilters.tsx';
import { CertificateForm } from './CertificateForm.tsx';
import { CertificateInspector } from './CertificateInspector.tsx';
import { certificateKey, findCertificate, stripOf, sumsOf } from './certificates.ts';
import { useCertificateColumns } from './columns.tsx';
import { useMissing } from './expected/useMissing.ts';
import { ExpectedTable } from './ExpectedTable.tsx';
import { useSelectedCertificates } from './papers/useSelectedCertificates.tsx';
import { WhtNav } from './WhtNav.tsx';

/** WHT certificates by state, and the invoices that still wait for one. */
export function WhtScreen() {
  const t = useWords<typeof words>('wht');
  const go = useGo();
  const [adding, setAdding] = useParam('new');
  const [editing] = useParam('edit');
  const [status] = useParam('status');
  const entering = adding !== null || editing !== null;
  useActions([
    { id: 'wht.add', title: t('add'), group: 'record', shortcut: 'n', predicate: () => !entering, perform: () => setAdding('1') },
  ]);
  return entering ? <CertificateForm onClose={() => go('/wht', { status })} /> : <Board onAdd={() => setAdding('1')} />;
}

function Board({ onAdd }: { onAdd: () => void }) {
  const t = useWords<typeof words>('wht');
  const word = useWordOf('wht');
  const go = useGo();
  const [search] = useParam('q');
  const [tabParam, setTab] = useParam('status');
  const [doc, setDoc] = useParam('doc');
  const list = useCall('wht/list', { search: search ?? '' }, { keep: true });
  const missing = useMissing();
  const every = list.data ?? [];
  const all = useFiltered(every);
  const expected = missing.data?.rows ?? [];
  const chosen = doc === null ? undefined : findCertificate(all, doc);
  const first = expected.length > 0 && (doc === null || chosen === undefined) ? 'expected' : 'all';
  const tab = tabParam === 'expected' || tabParam === 'all' ? tabParam : (WHT_STATUSES.find((status) => status === tabParam) ?? first);
  const rows = tab === 'all' || tab === 'expected' ? all : all.filter((certificate) => certificate.status === tab);
  const currency = onlyCurrency(rows);
  const columns = useCertificateColumns(currency);
  const picked = useSelectedCertificates(rows);
  const nothing = list.data !== undefined && every.length === 0 && expected.length === 0 && (search ?? '') === '';
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        status={<WhtNav />}
        actions={
          <>
            {all.length > 0 && <BundleButton />}
            <Button leftSection={<IconPlus size={14} />} onClick={onAdd}>
              {t('add')}
            </Button>
          </>
        }
      />
      {!nothing && list.data !== undefined && (
        <StatusStrip
          label={t('states')}
          value={tab}
          onChange={(id) => setTab(id)}
          items={[
            {
              id: 'expected',
              label: t('expected'),
              count: expected.length,
              sums: sumsOf(
                expected,
                (row) => row.currency,
                (row) => row.missing,
              ),
            },
            ...stripOf(all, (status) => word(`status.${status}`)),
            { id: 'all', label: t('all'), count: all.length, sums: [] },
          ]}
        />
      )}
      {tab === 'expected' && !nothing ? (
        <ExpectedTable rows={expected} state={missing} />
      ) : (
        <DataTable
          {...picked}
          id="wht"
          label={t('title')}
          columns={columns}
          rowId={certificateKey}
          source={rowsOf(rows, list)}
          onOpen={(row) => setDoc(certificateKey(row), { replace: doc !== null })}
          activeId={chosen ? certificateKey(chosen) : null}
          rowClass={(row) => (row.status === 'void' ? 'void' : undefined)}
          toolbar={
            <>
              <FilterField placeholder={t('searchHint')} />
              <CertificateFilters certificates={every} />
            </>
          }
          empty={
            nothing ? (
              <EmptyState
                icon={IconCertificate}
                title={t('empty')}
                text={t('emptyText')}
                actions={
                  <>
                    <Button onClick={onAdd}>{t('add')}</Button>
                    <Button variant="default" onClick={() => go('/tax')}>
                      {t('toTax')}
                    </Button>
                  </>
                }
              />
            ) : (
              <EmptyState icon={IconCertificate} title={tab === 'all' || (search ?? '') !== '' ? t('noneFound') : t('noneInState')} />
            )
          }
        />
      )}
      {chosen && tab !== 'expected' && (
        <CertificateInspector
          key={certificateKey(chosen)}
          certificate={chosen}
          onClose={() => setDoc(null)}
          onMoved={(status) => {
            if (tab !== 'all') setTab(status);
          }}
        />
      )}
    </div>
  );
}
