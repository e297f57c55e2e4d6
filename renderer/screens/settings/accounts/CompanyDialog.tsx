import { Autocomplete, Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { AppError } from '../../../../domain/result.ts';
import type { KnownAccount } from '../../../../services/contract/accounts.ts';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/accounts.json';
import { ErrorState } from '../../../ui/index.ts';
import { entryOf, type KeepAccounts } from './useKeepAccounts.tsx';

/** Gives several accounts a company; an empty name takes it away. */
export function CompanyDialog({
  accounts,
  companies,
  keeper,
  onClose,
}: {
  accounts: readonly KnownAccount[];
  companies: readonly string[];
  keeper: KeepAccounts;
  onClose: (done: boolean) => void;
}) {
  const t = useWords<typeof words>('accounts');
  const common = useWordOf('common');
  const [company, setCompany] = useState(accounts[0]?.company ?? '');
  const [error, setError] = useState<AppError | null>(null);
  const save = async (): Promise<void> => {
    const failed = await keeper.keep(accounts.map((account) => ({ ...entryOf(account), company: company.trim() || null })));
    setError(failed);
    if (!failed) onClose(true);
  };
  return (
    <Modal
      opened
      onClose={() => onClose(false)}
      title={t('setCompanyOf', { count: accounts.length })}
      size={420}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form
        className="accounts-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Autocomplete
          size="xs"
          data-autofocus
          label={t('company')}
          description={t('companyHelp')}
          value={company}
          onChange={setCompany}
          data={[...companies]}
          maxLength={120}
        />
        {error && <ErrorState error={error} />}
        <div className="form-actions">
          <Button type="submit" loading={keeper.busy}>
            {common('save')}
          </Button>
          <Button variant="default" onClick={() => onClose(false)}>
            {common('cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
