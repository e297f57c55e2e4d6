import { Button, Select } from '@mantine/core';
import { IconFileCertificate } from '@tabler/icons-react';
import { parseDate } from '../../../../domain/time/plain-date.ts';
import { useCall } from '../../../app/hooks.ts';
import { useGo, useParam } from '../../../app/place.ts';
import { rowsOf } from '../../../app/usePages.ts';
import { useWordOf } from '../../../i18n/index.ts';
import { DataTable, DateInput, EmptyState, PageHeader, SearchField } from '../../../ui/index.ts';
import { today } from '../../documents/keys.ts';
import { WhtNav } from '../WhtNav.tsx';
import { useFormColumns } from './columns.tsx';
import { rowsOfForms, says, textsOf } from './form-rows.ts';
import { FormInspector } from './FormInspector.tsx';
import { useFormWords } from './form-words.ts';
import './forms.css';

const ROLES = ['certificate', 'return'] as const;

/** In the address: codes and rates of every day. Nothing in it: of today. */
const ALL = 'all';
const dayIn = (text: string | null): string | null => {
  if (text === ALL) return null;
  const parsed = parseDate(text ?? '');
  return parsed.ok ? parsed.value : today();
};

/** Which papers and codes the countries have, when they hold, and where that is written: the reference beside the certificates. */
export function FormsScreen() {
  const { t, category, country: nameOf } = useFormWords();
  const wht = useWordOf('wht');
  const go = useGo();
  const columns = useFormColumns();
  const [country, setCountry] = useParam('country');
  const [dateText, setDate] = useParam('date');
  const [role, setRole] = useParam('role');
  const [search, setSearch] = useParam('q');
  const [open, setOpen] = useParam('code');
  const date = dayIn(dateText);
  const list = useCall('wht/forms', { date }, { keep: true });

  const forms = list.data ?? [];
  const all = rowsOfForms(forms);
  const rows = all.filter(
    (row) =>
      (country === null || row.form.country === country) &&
      (role === null || row.form.role === role) &&
      says([...textsOf(row), row.code && category(row.code.category), nameOf(row.form)], search ?? ''),
  );
  const shown = all.find((row) => row.id === open) ?? null;
  const countries = [...new Set(forms.flatMap((form) => form.country ?? []))];
  return (
    <div className="page">
      <PageHeader title={wht('title')} status={<WhtNav />} />
      <DataTable
        id="wht-forms"
        label={t('label')}
        columns={columns}
        rowId={(row) => row.id}
        source={rowsOf(rows, list)}
        onOpen={(row) => setOpen(row.id, { replace: open !== null })}
        activeId={open}
        toolbar={
          <>
            <SearchField
              text={search ?? ''}
              label={t('search')}
              placeholder={t('search')}
              onChange={(q) => setSearch(q, { replace: true })}
            />
            <Select
              w={180}
              searchable
              clearable
              aria-label={t('country')}
              placeholder={t('country')}
              value={country}
              data={countries.map((iso) => ({ value: iso, label: nameOf({ country: iso }) }))}
              onChange={(value) => setCountry(value)}
            />
            <Select
              w={130}
              clearable
              aria-label={t('kindOf')}
              placeholder={t('kindOf')}
              value={role}
              data={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
              onChange={(value) => setRole(value)}
            />
            <DateInput w={150} aria-label={t('date')} placeholder={t('date')} value={date} onChange={(value) => setDate(value ?? ALL)} />
          </>
        }
        empty={
          <EmptyState
            icon={IconFileCertificate}
            title={t('none')}
            actions={
              <Button variant="default" onClick={() => go('/wht/forms', { date: ALL })}>
                {t('all')}
              </Button>
            }
          />
        }
      />
      <footer className="form-foot">{t('foot', { count: new Set(rows.map((row) => row.form.id)).size })}</footer>
      {shown && <FormInspector row={shown} onClose={() => setOpen(null)} />}
    </div>
  );
}
