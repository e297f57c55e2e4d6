import { Button, Modal, Switch } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '../../../../services/contract/index.ts';
import { useCall, useCommand } from '../../../app/hooks.ts';
import { notifyDone } from '../../../app/notify.tsx';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/match.json';
import { AmountInput, ErrorState, FormGrid, Wide } from '../../../ui/index.ts';

type Settings = Output<'match/settings'>;

/** Limits of fees, how far a converted amount may be off, and whether acceptances teach. */
export function SettingsDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useWords<typeof words>('match');
  const settings = useCall('match/settings', {}, { enabled: opened });
  return (
    <Modal opened={opened} onClose={onClose} title={t('settings')} size="lg">
      {settings.error && <ErrorState error={settings.error} retry={settings.retry} />}
      {opened && settings.data && <Form settings={settings.data} onClose={onClose} />}
    </Modal>
  );
}

function Form({ settings, onClose }: { settings: Settings; onClose: () => void }) {
  const t = useWords<typeof words>('match');
  const [fees, setFees] = useState<Readonly<Record<string, string | null>>>(
    Object.fromEntries(settings.fees.map((f) => [f.currency, f.amount])),
  );
  const [tolerance, setTolerance] = useState<string | null>(settings.tolerancePct);
  const [learn, setLearn] = useState(settings.learn);
  const [invalid, setInvalid] = useState<ReadonlySet<string>>(new Set());
  const save = useCommand('match/saveSettings', { quiet: true });
  const mark = (field: string, valid: boolean): void =>
    setInvalid((old) => (valid ? new Set([...old].filter((f) => f !== field)) : new Set([...old, field])));
  const submit = async (): Promise<void> => {
    const result = await save.run({
      fees: Object.entries(fees).flatMap(([currency, amount]) => (amount === null ? [] : [{ currency, amount }])),
      tolerancePct: tolerance ?? '0',
      learn,
    });
    if (!result.ok) return;
    notifyDone(t('settingsSaved'));
    onClose();
  };
  return (
    <FormGrid
      label={t('settings')}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {t('close')}
          </Button>
          <Button type="submit" disabled={invalid.size > 0} loading={save.busy}>
            {t('save')}
          </Button>
        </>
      }
    >
      <AmountInput
        label={t('tolerance')}
        value={tolerance}
        onChange={(value, valid) => {
          setTolerance(value);
          mark('tolerance', valid);
        }}
      />
      <Switch mt={26} label={t('learn')} checked={learn} onChange={(event) => setLearn(event.currentTarget.checked)} />
      <Wide>
        <h3>{t('feeLimits')}</h3>
        <p className="dim">{t('feeLimitsHelp')}</p>
      </Wide>
      <Wide>
        <div className="mt-limits">
          {Object.keys(fees).map((currency) => (
            <AmountInput
              key={currency}
              size="xs"
              aria-label={t('feeOf', { currency })}
              currency={currency}
              value={fees[currency] ?? null}
              onChange={(value, valid) => {
                setFees((old) => ({ ...old, [currency]: value }));
                mark(currency, valid);
              }}
            />
          ))}
        </div>
      </Wide>
      {save.error && (
        <Wide>
          <ErrorState error={save.error} />
        </Wide>
      )}
    </FormGrid>
  );
}
