import { Select, TextInput } from '@mantine/core';
import { useLanguage, useWordOf, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/start.json';
import { Wide } from '../../ui/index.ts';
import { fitToCountry, type Options, type Profile } from './profile.ts';

/** The fields of a book's profile: who the customer is for tax, and how the book counts. */
export function ProfileFields({
  profile,
  options,
  onChange,
}: {
  profile: Profile;
  options: Options;
  onChange: (profile: Profile) => void;
}) {
  const t = useWords<typeof words>('start');
  const word = useWordOf('start');
  const zh = useLanguage() === 'zh-CN';
  const country = options.countries.find((c) => c.iso === profile.country);
  const entities = options.entities.filter(
    (e) => !country || country.entities.length === 0 || country.entities.includes(e.id) || e.id === profile.entity,
  );
  const set = (part: Partial<Profile>): void => onChange({ ...profile, ...part });
  return (
    <>
      <Wide>
        <TextInput
          label={t('company')}
          description={t('companyHint')}
          value={profile.company}
          maxLength={200}
          onChange={(event) => set({ company: event.currentTarget.value })}
        />
      </Wide>
      <Select
        label={t('country')}
        searchable
        allowDeselect={false}
        value={profile.country}
        data={options.countries.map((c) => ({ value: c.iso, label: `${zh ? c.nameZh : c.nameEn} (${c.iso})` }))}
        onChange={(value) => value && onChange(fitToCountry({ ...profile, country: value }, options))}
      />
      <Select
        label={t('entity')}
        allowDeselect={false}
        value={profile.entity}
        data={entities.map((e) => ({ value: e.id, label: zh ? e.nameZh : e.name }))}
        onChange={(value) => value && set({ entity: value })}
      />
      <Select
        label={t('customerStatus')}
        description={t('customerStatusHint')}
        allowDeselect={false}
        value={profile.customerStatus}
        data={(country?.statuses ?? ['any' as const]).map((s) => ({ value: s, label: word(`status.${s}`) }))}
        onChange={(value) => {
          const status = country?.statuses.find((s) => s === value);
          if (status) set({ customerStatus: status });
        }}
      />
      {country && country.regions.length > 0 && (
        <Select
          label={t('region')}
          description={t('regionHint')}
          required
          value={profile.region}
          data={country.regions}
          searchable
          onChange={(value) => set({ region: value })}
        />
      )}
      <Select
        label={t('currency')}
        searchable
        allowDeselect={false}
        value={profile.currency}
        data={options.currencies}
        onChange={(value) => value && set({ currency: value })}
      />
      <Select
        label={t('settlement')}
        allowDeselect={false}
        value={profile.settlement}
        data={[
          { value: 'monthly', label: t('monthly') },
          { value: 'non-monthly', label: t('nonMonthly') },
        ]}
        onChange={(value) => set({ settlement: value === 'non-monthly' ? 'non-monthly' : 'monthly' })}
      />
      <Select
        label={t('language')}
        description={t('languageHint')}
        allowDeselect={false}
        value={profile.language}
        data={[
          { value: 'en', label: 'English' },
          { value: 'zh-CN', label: '简体中文' },
        ]}
        onChange={(value) => set({ language: value === 'zh-CN' ? 'zh-CN' : 'en' })}
      />
    </>
  );
}
