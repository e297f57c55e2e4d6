import { Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { BankAccount } from '../../../../domain/parties/party.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/parties.json';
import { emptyBank } from './party-draft.ts';

const FIELDS = ['bank', 'holder', 'account', 'swift'] as const;
const MOST: Readonly<Record<(typeof FIELDS)[number], number>> = { bank: 200, holder: 200, account: 80, swift: 20 };

/** Where a document asks its payment to. */
export function BankFields({ bank, onChange }: { bank: BankAccount | null; onChange: (bank: BankAccount | null) => void }) {
  const t = useWords<typeof words>('parties');
  return (
    <fieldset className="party-rows">
      <legend>{t('bank.title')}</legend>
      {bank && (
        <div className="party-row-fields">
          {FIELDS.map((field) => (
            <TextInput
              size="xs"
              key={field}
              label={t(`bank.${field}`)}
              value={bank[field]}
              maxLength={MOST[field]}
              onChange={(event) => onChange({ ...bank, [field]: event.currentTarget.value })}
            />
          ))}
        </div>
      )}
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={bank ? <IconX size={12} /> : <IconPlus size={12} />}
        onClick={() => onChange(bank ? null : emptyBank)}
      >
        {bank ? t('bank.remove') : t('bank.add')}
      </Button>
    </fieldset>
  );
}
