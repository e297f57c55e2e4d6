import { Button } from '@mantine/core';
import { useState } from 'react';
import { INVOICE_KINDS } from '../../../../domain/attachments/kinds.ts';
import type { AppError } from '../../../../domain/result.ts';
import type { ResidenceCertificate } from '../../../../services/contract/residence.ts';
import { useCommand } from '../../../app/hooks.ts';
import type { GrantedFile } from '../../../host/bridge.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/residence.json';
import { ConfirmDialog, ErrorState, Facts, FileDrop, Ident, Inspector, InspectorPart, StatusMark } from '../../../ui/index.ts';
import { Attachments } from '../../documents/Attachments.tsx';
import { judgeFile } from '../../documents/judge-file.ts';
import { useCountryName } from '../country-name.ts';
import { MARKS } from './states.ts';

/** A certificate with its paper; it can be withdrawn with a reason, never deleted. */
export function ResidenceInspector({ certificate: c, onClose }: { certificate: ResidenceCertificate; onClose: () => void }) {
  const t = useWords<typeof words>('residence');
  const name = useCountryName();
  const [asking, setAsking] = useState(false);
  const withdraw = useCommand('residence/withdraw', { quiet: true });
  return (
    <Inspector
      title={<Ident value={c.number} length={32} copy />}
      subtitle={<StatusMark mark={MARKS[c.state]} label={t(`states.${c.state}`)} />}
      onClose={onClose}
      footer={
        c.withdrawn === null ? (
          <Button size="xs" variant="default" onClick={() => setAsking(true)}>
            {t('withdraw')}
          </Button>
        ) : null
      }
    >
      <Facts
        items={[
          [t('holder'), c.entity ?? c.party?.name],
          [t('residence'), name(c.residence)],
          [t('forCountryLong'), name(c.forCountry)],
          [t('validFrom'), c.validFrom],
          [t('validTo'), c.validTo],
          [t('daysLeft'), c.state === 'valid' || c.state === 'expiring' ? String(c.daysLeft) : null],
          [t('note'), c.note],
          [t('recorded'), t('by', { at: c.at.slice(0, 10), who: c.who })],
          [t('withdrawn'), c.withdrawn && `${t('by', { at: c.withdrawn.at.slice(0, 10), who: c.withdrawn.who })}: ${c.withdrawn.reason}`],
        ]}
      />
      <InspectorPart title={t('files')}>
        <Papers certificate={c} />
      </InspectorPart>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('withdraw').replace('…', '')}
        text={t('withdrawText', { number: c.number })}
        action={t('withdraw').replace('…', '')}
        danger
        reason={t('withdrawReason')}
        confirm={async (reason) => {
          const result = await withdraw.run({ id: c.id, reason });
          return result.ok ? null : result.error;
        }}
      />
    </Inspector>
  );
}

function Papers({ certificate: c }: { certificate: ResidenceCertificate }) {
  const t = useWords<typeof words>('residence');
  const attach = useCommand('residence/attach', { quiet: true });
  const [error, setError] = useState<AppError | null>(null);
  const take = async ([file]: GrantedFile[]): Promise<void> => {
    if (!file) return;
    const against = judgeFile(file, INVOICE_KINDS);
    setError(against);
    if (against) return;
    const result = await attach.run({ id: c.id, file: file.token });
    if (!result.ok) setError(result.error);
  };
  return (
    <>
      {c.attachments.length > 0 && <Attachments files={c.attachments} />}
      {c.withdrawn === null && <FileDrop kind="pdf" small multiple={false} title={t('attach')} onFiles={(files) => void take(files)} />}
      {error && <ErrorState error={error} />}
    </>
  );
}
