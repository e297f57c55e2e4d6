import { ActionIcon, Button, Select, Switch } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Output } from '../../../services/contract/index.ts';
import { useCall, useCommand } from '../../app/hooks.ts';
import { notifyDone } from '../../app/notify.tsx';
import { useLanguage, useWordOf, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/certificate.json';
import { ErrorState, PageHeader } from '../../ui/index.ts';
import { useCountryName } from '../tax/country-name.ts';
import { WhtNav } from './WhtNav.tsx';
import '../documents/documents.css';
import '../documents/document-form.css';
import './wht.css';

type Settings = Output<'wht/settings'>;

/** How the book handles certificates: whether invoices can be shared, and where the vendor's own form is open. */
export function WhtSettings() {
  const title = useWordOf('wht');
  const settings = useCall('wht/settings', {});
  const options = useCall('tax/options', {});
  const error = settings.error ?? options.error;
  return (
    <div className="page">
      <PageHeader title={title('title')} status={<WhtNav />} />
      <div className="page-scroll">
        {error && <ErrorState error={error} retry={() => [settings, options].forEach((call) => call.retry())} />}
        {settings.data && options.data && <Choices settings={settings.data} options={options.data} />}
      </div>
    </div>
  );
}

function Choices({ settings, options }: { settings: Settings; options: Output<'tax/options'> }) {
  const t = useWords<typeof words>('certificate');
  const name = useCountryName();
  const zh = useLanguage() === 'zh-CN';
  const save = useCommand('wht/saveSettings', { quiet: true });
  const [country, setCountry] = useState<string | null>(null);
  const [entity, setEntity] = useState<string | null>(null);
  const entityName = (id: string): string => {
    const known = options.entities.find((e) => e.id === id);
    return known ? (zh ? known.nameZh : known.name) : id;
  };
  const put = async (part: Partial<Pick<Settings, 'partial' | 'open'>>): Promise<void> => {
    const result = await save.run({ partial: settings.partial, open: settings.open, ...part });
    if (result.ok) notifyDone(t('settings.saved'));
  };
  const all = [...settings.given, ...settings.open];
  const taken = all.some((o) => o.country === country && o.entity === entity);
  const add = (): void => {
    if (country === null || entity === null || taken) return;
    void put({ open: [...settings.open, { country, entity }] });
    setCountry(null);
    setEntity(null);
  };
  return (
    <div className="wht-settings">
      <section aria-label={t('settings.sharing')}>
        <h2>{t('settings.sharing')}</h2>
        <Switch
          size="xs"
          label={t('settings.partial')}
          description={t('settings.partialText')}
          checked={settings.partial}
          disabled={save.busy}
          onChange={(event) => void put({ partial: event.currentTarget.checked })}
        />
      </section>
      <section aria-label={t('settings.online')}>
        <h2>{t('settings.online')}</h2>
        <p className="dim">{t('settings.lead')}</p>
        <table className="entry">
          <thead>
            <tr>
              <th>{t('settings.country')}</th>
              <th>{t('settings.entity')}</th>
              <th>{t('settings.source')}</th>
              <th>
                <span className="visually-hidden">{t('removeLine')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {all.map((o, index) => (
              <tr key={`${o.country}:${o.entity}`}>
                <td>{name(o.country)}</td>
                <td>{entityName(o.entity)}</td>
                <td>{t(index < settings.given.length ? 'settings.given' : 'settings.own')}</td>
                <td className="take">
                  {index >= settings.given.length && (
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={t('settings.remove', o)}
                      disabled={save.busy}
                      onClick={() => void put({ open: settings.open.filter((other) => other !== o) })}
                    >
                      <IconTrash size={14} stroke={1.5} />
                    </ActionIcon>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <form
          className="wht-settings-add"
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <Select
            size="xs"
            aria-label={t('settings.country')}
            placeholder={t('settings.country')}
            searchable
            value={country}
            data={options.countries.map((c) => ({ value: c.iso, label: name(c.iso) })).toSorted((a, b) => a.label.localeCompare(b.label))}
            onChange={setCountry}
          />
          <Select
            size="xs"
            w={340}
            aria-label={t('settings.entity')}
            placeholder={t('settings.entity')}
            searchable
            value={entity}
            data={options.entities.map((e) => ({ value: e.id, label: entityName(e.id) }))}
            onChange={setEntity}
          />
          <Button
            type="submit"
            size="xs"
            variant="default"
            leftSection={<IconPlus size={12} />}
            loading={save.busy}
            disabled={country === null || entity === null || taken}
          >
            {t('settings.add')}
          </Button>
        </form>
        {save.error && <ErrorState error={save.error} />}
      </section>
    </div>
  );
}
