import { Button } from '@mantine/core';
import { IconCertificate, IconPlus } from '@tabler/icons-react';
import { useActions } from '../../../actions/registry.ts';
import { useCall } from '../../../app/hooks.ts';
import { useParam } from '../../../app/place.ts';
import { rowsOf } from '../../../app/usePages.ts';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/residence.json';
import { DataTable, EmptyState, Inspector, PageHeader, StatusMark } from '../../../ui/index.ts';
import { TaxNav } from '../TaxNav.tsx';
import { useResidenceColumns } from './columns.tsx';
import { ResidenceForm } from './ResidenceForm.tsx';
import { ResidenceInspector } from './ResidenceInspector.tsx';

/** Certificates of tax residence: treaty rates rest on them. */
export function Residence() {
  const t = useWords<typeof words>('residence');
  const title = useWordOf('tax');
  const [entry, setEntry] = useParam('entry');
  const list = useCall('residence/list', {});
  const options = useCall('tax/options', {});
  const book = useCall('book/info', {});
  const columns = useResidenceColumns();
  const all = list.data ?? [];
  const chosen = all.find((c) => String(c.id) === entry);
  const soon = all.filter((c) => c.state === 'expiring').length;
  const add = (): void => setEntry('new');
  useActions([{ id: 'residence.add', title: t('add'), group: 'record', shortcut: 'n', predicate: () => entry !== 'new', perform: add }]);
  return (
    <div className="page">
      <PageHeader
        title={title('title')}
        status={<TaxNav />}
        actions={
          <Button leftSection={<IconPlus size={14} />} onClick={add}>
            {t('add')}
          </Button>
        }
      />
      <DataTable
        id="residence"
        label={t('certificates')}
        columns={columns}
        rowId={(row) => String(row.id)}
        source={rowsOf(all, list)}
        onOpen={(row) => setEntry(String(row.id), { replace: entry !== null })}
        activeId={chosen ? String(chosen.id) : null}
        rowClass={(row) => (row.state === 'withdrawn' ? 'void' : undefined)}
        toolbar={
          <>
            {soon > 0 && <StatusMark mark="due" label={t('soon', { count: soon })} />}
            <span className="dim">{t('lead')}</span>
          </>
        }
        empty={
          <EmptyState icon={IconCertificate} title={t('empty')} text={t('emptyText')} actions={<Button onClick={add}>{t('add')}</Button>} />
        }
      />
      {entry === 'new' && options.data && book.data && (
        <Inspector title={t('adding')} onClose={() => setEntry(null)}>
          <ResidenceForm options={options.data} country={book.data.country} onSaved={(id) => setEntry(String(id), { replace: true })} />
        </Inspector>
      )}
      {chosen && <ResidenceInspector key={chosen.id} certificate={chosen} onClose={() => setEntry(null)} />}
    </div>
  );
}
