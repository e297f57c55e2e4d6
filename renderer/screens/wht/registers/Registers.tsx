import { Button, Select } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useState } from 'react';
import { SIDES, type Side } from '../../../../domain/wht/certificate.ts';
import { useActions } from '../../../actions/registry.ts';
import { useCall } from '../../../app/hooks.ts';
import { useWordOf } from '../../../i18n/index.ts';
import { PageHeader } from '../../../ui/index.ts';
import { ExportMenu } from '../../invoices/statements/ExportMenu.tsx';
import { RangeFields } from '../../invoices/statements/RangeFields.tsx';
import { WhtNav } from '../WhtNav.tsx';
import { ListDialog } from './ListDialog.tsx';
import { RegisterTable } from './RegisterTable.tsx';
import { BASES, useRegisterChoice, type Basis } from './useChoice.ts';
import { useRegisterWords } from './useRegisterWords.ts';

/** The register of certificates of a range as it is exported, and the lists for authorities. */
export function WhtRegisters() {
  const title = useWordOf('wht');
  const { t, form, country } = useRegisterWords();
  const choice = useRegisterChoice();
  const [listing, setListing] = useState(false);
  const head = useCall('wht/register', { ...choice.input, limit: 1 }, { keep: true });
  const withChosen = (found: readonly string[], chosen: string | null): string[] => [...new Set([...found, ...(chosen ? [chosen] : [])])];
  useActions([{ id: 'wht.lists', title: t('lists'), group: 'record', predicate: () => !listing, perform: () => setListing(true) }]);
  const tools = (
    <>
      <RangeFields range={choice.range} />
      <Select
        aria-label={t('basis')}
        w={150}
        allowDeselect={false}
        value={choice.basis}
        data={BASES.map((b) => ({ value: b, label: t(`bases.${b}`) }))}
        onChange={(next) => choice.setBasis(next as Basis)}
      />
      <Select
        aria-label={t('side')}
        w={150}
        allowDeselect={false}
        value={choice.side ?? ''}
        data={[{ value: '', label: t('bothSides') }, ...SIDES.map((s) => ({ value: s, label: t(`sides.${s}`) }))]}
        onChange={(next) => choice.setSide((next || null) as Side | null)}
      />
      <Select
        aria-label={t('country')}
        w={150}
        allowDeselect={false}
        value={choice.country ?? ''}
        data={[
          { value: '', label: t('countries') },
          ...withChosen(head.data?.countries ?? [], choice.country).map((c) => ({ value: c, label: country(c) })),
        ]}
        onChange={(next) => choice.setCountry(next || null)}
      />
      <Select
        aria-label={t('form')}
        w={130}
        allowDeselect={false}
        value={choice.form ?? ''}
        data={[
          { value: '', label: t('forms') },
          ...withChosen(head.data?.forms ?? [], choice.form).map((id) => ({ value: id, label: form(id) })),
        ]}
        onChange={(next) => choice.setForm(next || null)}
      />
    </>
  );
  return (
    <div className="page">
      <PageHeader
        title={title('title')}
        status={<WhtNav />}
        actions={
          <>
            <Button variant="default" leftSection={<IconFileExport size={14} stroke={1.5} />} onClick={() => setListing(true)}>
              {t('lists')}…
            </Button>
            <ExportMenu
              name="export/whtRegister"
              input={choice.input}
              what={t('register')}
              file={`wht-register-${choice.input.first}-${choice.input.last}`}
            />
          </>
        }
      />
      <RegisterTable input={choice.input} tools={tools} head={head} />
      {listing && <ListDialog range={choice.range} country={choice.country} onClose={() => setListing(false)} />}
    </div>
  );
}
