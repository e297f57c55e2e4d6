import { useState } from 'react';
import type { AppError, Result } from '../../../domain/result.ts';
import type { WhtAct, WhtStatus } from '../../../domain/wht/states.ts';
import type { Certificate } from '../../../services/contract/wht.ts';
import { useCommand } from '../../app/hooks.ts';
import { notifyDone } from '../../app/notify.tsx';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/wht.json';
import { ConfirmDialog, DateInput } from '../../ui/index.ts';
import { dialogTitle } from '../documents/dialog-title.ts';
import { today } from '../documents/keys.ts';

/** The second step of each act: what will happen, on which day, and the reason where one is kept. `onMoved` is told the new state. */
export function CertificateDialogs({
  certificate,
  act,
  onClose,
  onMoved,
}: {
  certificate: Certificate;
  act: WhtAct | null;
  onClose: () => void;
  onMoved: (status: WhtStatus) => void;
}) {
  const t = useWords<typeof words>('wht');
  const review = useCommand('wht/review', { quiet: true });
  const submit = useCommand('wht/submit', { quiet: true });
  const voiding = useCommand('wht/void', { quiet: true });
  const [day, setDay] = useState<string | null>(today());
  const at = { number: certificate.number, issuer: certificate.issuer, id: certificate.id };
  const settle = async (name: WhtAct, run: Promise<Result<Certificate>>): Promise<AppError | null> => {
    const result = await run;
    if (!result.ok) return result.error;
    notifyDone(t(`done.${name}`));
    onMoved(result.value.status);
    return null;
  };
  const shared = (name: WhtAct) => ({
    opened: act === name,
    onClose,
    title: dialogTitle(t(`act.${name}`)),
    action: dialogTitle(t(`act.${name}`)),
    text: (
      <>
        <p>{t(`ask.${name}`, { number: certificate.number })}</p>
        {name !== 'void' && (
          <DateInput
            mt="sm"
            label={t('dayOf')}
            clearable={false}
            value={day}
            minDate={(name === 'submit' ? certificate.date : certificate.submitted) ?? certificate.date}
            maxDate={today()}
            onChange={setDay}
          />
        )}
      </>
    ),
  });
  return (
    <>
      <ConfirmDialog {...shared('submit')} confirm={() => settle('submit', submit.run({ ...at, date: day }))} />
      <ConfirmDialog {...shared('accept')} confirm={() => settle('accept', review.run({ ...at, decision: 'accept', date: day }))} />
      <ConfirmDialog
        {...shared('refuse')}
        reason={t('reason')}
        confirm={(reason) => settle('refuse', review.run({ ...at, decision: 'refuse', reason, date: day }))}
      />
      <ConfirmDialog {...shared('void')} danger reason={t('reason')} confirm={(reason) => settle('void', voiding.run({ ...at, reason }))} />
    </>
  );
}
