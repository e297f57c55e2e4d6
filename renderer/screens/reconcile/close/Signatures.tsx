import { Autocomplete, Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { SIGN_ROLES, type SignRole } from '../../../../domain/close/roles.ts';
import type { CloseStatus } from '../../../../services/contract/close.ts';
import { useActions } from '../../../actions/registry.ts';
import { useCommand } from '../../../app/hooks.ts';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/close.json';
import { Card, ErrorState, FormGrid, StatusMark, Wide } from '../../../ui/index.ts';
import { minute } from './items.ts';

/** Who signed, in which role; a role that is wanted and lacks its signature stands there empty. */
export function Signatures({ status }: { status: CloseStatus }) {
  const t = useWords<typeof words>('close');
  const [signing, setSigning] = useState<SignRole | null>(null);
  const unsign = useCommand('close/unsign');
  const open = status.state === 'open';
  const next = SIGN_ROLES.find(
    (role) => status.settings.required.includes(role) && !status.signoffs.some((s) => s.role === role && s.current),
  );
  useActions(
    open && next
      ? [{ id: 'close.sign', title: t('signAs', { role: t(`role.${next}`) }), group: 'record', perform: () => setSigning(next) }]
      : [],
  );
  return (
    <Card title={t('signatures')}>
      <ul className="signatures">
        {SIGN_ROLES.filter((role) => open || status.signoffs.some((s) => s.role === role)).map((role) => {
          const signed = status.signoffs.find((s) => s.role === role);
          const word = t(`role.${role}`);
          return (
            <li key={role}>
              <StatusMark mark={signed ? (signed.current ? 'pass' : 'due') : 'missing'} label={word} compact />
              <div className="close-item-text">
                <span className="close-item-title">
                  {word}
                  {!status.settings.required.includes(role) && <span className="dim"> · {t('optional')}</span>}
                </span>
                {signed && (
                  <span className="close-item-found">
                    {signed.who} · <time dateTime={signed.at}>{minute(signed.at)}</time>
                    {signed.note ? ` · ${signed.note}` : ''}
                  </span>
                )}
                {signed && !signed.current && <span className="close-stale">{t('notCurrent')}</span>}
              </div>
              {open && (
                <div className="row-actions">
                  {signed && (
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      aria-label={t('unsignOf', { role: word })}
                      loading={unsign.busy}
                      onClick={() => void unsign.run({ period: status.period, role })}
                    >
                      {t('unsign')}
                    </Button>
                  )}
                  {!signed?.current && (
                    <Button size="compact-xs" variant="default" aria-label={t('signAs', { role: word })} onClick={() => setSigning(role)}>
                      {t('sign')}
                    </Button>
                  )}
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {signing && <SignDialog status={status} role={signing} onClose={() => setSigning(null)} />}
    </Card>
  );
}

function SignDialog({ status, role, onClose }: { status: CloseStatus; role: SignRole; onClose: () => void }) {
  const t = useWords<typeof words>('close');
  const common = useWordOf('common');
  const names = status.settings.names[role];
  const [who, setWho] = useState(names[0] ?? '');
  const [note, setNote] = useState('');
  const sign = useCommand('close/sign', { quiet: true });
  const title = t('signAs', { role: t(`role.${role}`) });
  const save = async (): Promise<void> => {
    if (who.trim() === '') return;
    const done = await sign.run({ period: status.period, role, who: who.trim(), note: note.trim() });
    if (done.ok) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={title} size={440} closeButtonProps={{ 'aria-label': common('close') }}>
      <FormGrid
        label={title}
        onSubmit={() => void save()}
        actions={
          <>
            <Button type="submit" disabled={who.trim() === ''} loading={sign.busy}>
              {t('sign')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {common('cancel')}
            </Button>
          </>
        }
      >
        <Wide>
          <p className="dialog-text">{t('signText')}</p>
        </Wide>
        <Wide>
          <Autocomplete label={t('who')} required data={names} value={who} maxLength={100} data-autofocus onChange={setWho} />
        </Wide>
        <Wide>
          <TextInput label={t('note')} value={note} maxLength={1000} onChange={(event) => setNote(event.currentTarget.value)} />
        </Wide>
        {sign.error && (
          <Wide>
            <ErrorState error={sign.error} />
          </Wide>
        )}
      </FormGrid>
    </Modal>
  );
}
