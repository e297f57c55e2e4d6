import { Button, Checkbox, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { SIGN_ROLES, type SignRole } from '../../../../domain/close/roles.ts';
import type { CloseSettingsShown } from '../../../../services/contract/close.ts';
import { useCommand } from '../../../app/hooks.ts';
import { notifyDone } from '../../../app/notify.tsx';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/close.json';
import { AmountInput, ErrorState, FormGrid, Wide } from '../../../ui/index.ts';

const namesOf = (text: string): string[] =>
  [
    ...new Set(
      text
        .split('\n')
        .map((name) => name.trim().slice(0, 100))
        .filter((name) => name !== ''),
    ),
  ].slice(0, 20);

interface Limit {
  each: string | null;
  period: string | null;
}

/** Who signs, whether one person may sign twice, and what may be written off without an approver. */
export function CloseSettings({
  settings,
  currencies,
  onClose,
}: {
  settings: CloseSettingsShown;
  currencies: readonly string[];
  onClose: () => void;
}) {
  const t = useWords<typeof words>('close');
  const common = useWordOf('common');
  const save = useCommand('close/saveSettings', { quiet: true });
  const [names, setNames] = useState<Record<SignRole, string>>({
    prepared: settings.names.prepared.join('\n'),
    reviewed: settings.names.reviewed.join('\n'),
    approved: settings.names.approved.join('\n'),
  });
  const [reviewed, setReviewed] = useState(settings.required.includes('reviewed'));
  const [samePerson, setSamePerson] = useState(settings.samePerson);
  const all = [...new Set([...Object.keys(settings.writeOff), ...currencies])].toSorted();
  const [limits, setLimits] = useState<Record<string, Limit>>(
    Object.fromEntries(all.map((c) => [c, { each: settings.writeOff[c]?.each ?? null, period: settings.writeOff[c]?.period ?? null }])),
  );
  const half = Object.values(limits).some((l) => (l.each === null) !== (l.period === null));
  const submit = async (): Promise<void> => {
    if (half) return;
    const done = await save.run({
      required: SIGN_ROLES.filter((role) => role !== 'reviewed' || reviewed),
      samePerson,
      names: { prepared: namesOf(names.prepared), reviewed: namesOf(names.reviewed), approved: namesOf(names.approved) },
      writeOff: Object.fromEntries(
        Object.entries(limits).flatMap(([currency, l]) =>
          l.each === null || l.period === null ? [] : [[currency, { each: l.each, period: l.period }]],
        ),
      ),
    });
    if (!done.ok) return;
    notifyDone(t('done.settings'));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('settingsForm.title')} size={560} closeButtonProps={{ 'aria-label': common('close') }}>
      <FormGrid
        label={t('settingsForm.title')}
        onSubmit={() => void submit()}
        actions={
          <>
            <Button type="submit" disabled={half} loading={save.busy}>
              {common('save')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {common('cancel')}
            </Button>
          </>
        }
      >
        {SIGN_ROLES.map((role) => (
          <Wide key={role}>
            <Textarea
              label={t('settingsForm.names', { role: t(`role.${role}`) })}
              autosize
              minRows={1}
              maxRows={5}
              value={names[role]}
              data-autofocus={role === 'prepared' ? true : undefined}
              onChange={(event) => {
                const { value } = event.currentTarget;
                setNames((old) => ({ ...old, [role]: value }));
              }}
            />
          </Wide>
        ))}
        <Wide>
          <Checkbox label={t('settingsForm.reviewed')} checked={reviewed} onChange={(event) => setReviewed(event.currentTarget.checked)} />
        </Wide>
        <Wide>
          <Checkbox
            label={t('settingsForm.samePerson')}
            checked={samePerson}
            onChange={(event) => setSamePerson(event.currentTarget.checked)}
          />
        </Wide>
        {Object.entries(limits).map(([currency, limit]) => (
          <Wide key={currency}>
            <fieldset className="close-limit">
              <legend>{t('settingsForm.limit', { currency })}</legend>
              <AmountInput
                label={t('settingsForm.each')}
                value={limit.each}
                currency={currency}
                onChange={(each) => setLimits((old) => ({ ...old, [currency]: { each, period: old[currency]?.period ?? null } }))}
              />
              <AmountInput
                label={t('settingsForm.period')}
                value={limit.period}
                currency={currency}
                onChange={(period) => setLimits((old) => ({ ...old, [currency]: { each: old[currency]?.each ?? null, period } }))}
              />
            </fieldset>
          </Wide>
        ))}
        {save.error && (
          <Wide>
            <ErrorState error={save.error} />
          </Wide>
        )}
      </FormGrid>
    </Modal>
  );
}
