import { Select, Textarea, TextInput } from '@mantine/core';
import type { Address } from '../../../../domain/parties/party.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/parties.json';

/** One address: the legal one stands on documents, a mailing one is where paper goes (邮寄地址). */
export function AddressRow({
  address,
  countries,
  onChange,
}: {
  address: Address;
  countries: { value: string; label: string }[];
  onChange: (part: Partial<Address>) => void;
}) {
  const t = useWords<typeof words>('parties');
  const text = (field: 'recipient' | 'phone' | 'city' | 'postcode', most: number) => (
    <TextInput
      size="xs"
      label={t(`address.${field}`)}
      value={address[field]}
      maxLength={most}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <Select
        size="xs"
        label={t('address.use')}
        allowDeselect={false}
        value={address.use}
        data={[
          { value: 'legal', label: t('address.legal') },
          { value: 'mailing', label: t('address.mailing') },
        ]}
        onChange={(use) => onChange({ use: use === 'mailing' ? 'mailing' : 'legal' })}
      />
      {address.use === 'mailing' && (
        <div className="party-pair">
          {text('recipient', 200)}
          {text('phone', 60)}
        </div>
      )}
      <Textarea
        size="xs"
        label={t('address.lines')}
        autosize
        minRows={2}
        maxRows={6}
        value={address.lines.join('\n')}
        onChange={(event) => onChange({ lines: event.currentTarget.value.split('\n').slice(0, 6) })}
      />
      <div className="party-pair">
        {text('city', 120)}
        {text('postcode', 40)}
      </div>
      <Select
        size="xs"
        label={t('address.country')}
        searchable
        allowDeselect={false}
        value={address.country}
        data={countries}
        onChange={(country) => country && onChange({ country })}
      />
    </>
  );
}
