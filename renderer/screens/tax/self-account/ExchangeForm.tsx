import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AppError } from '../../../../domain/result.ts';
import { useCommand } from '../../../app/hooks.ts';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/selfAccount.json';
import { AmountInput, ErrorState } from '../../../ui/index.ts';

/** The rate of the month from the document's currency into the local one. */
export function ExchangeForm({ from, to, period }: { from: string; to: string; period: string }) {
  const t = useWords<typeof words>('selfAccount');
  const common = useWordOf('common');
  const save = useCommand('bills/setRate', { quiet: true });
  const [rate, setRate] = useState<string | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  return (
    <form
      className="exchange-form"
      aria-label={t('exchange')}
      onSubmit={(event) => {
        event.preventDefault();
        if (rate !== null) void save.run({ period, from, to, rate }).then((result) => setError(result.ok ? null : result.error));
      }}
    >
      <AmountInput size="xs" label={t('exchangeOf', { from, to, period })} value={rate} onChange={setRate} currency={to} />
      <Button type="submit" size="xs" disabled={rate === null} loading={save.busy}>
        {common('save')}
      </Button>
      {error && <ErrorState error={error} />}
    </form>
  );
}
