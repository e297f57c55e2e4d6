import { Button, Loader, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AppError } from '../../../domain/result.ts';
import { useCall } from '../../app/hooks.ts';
import { bridge } from '../../host/bridge.ts';
import { currentLanguage, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/start.json';
import { ErrorState, FormGrid, Wide } from '../../ui/index.ts';
import { ProfileFields } from './ProfileFields.tsx';
import { wantsRegion, type Options, type Profile } from './profile.ts';
import { SAMPLE_PROFILE } from './sample.ts';

/** The form for a new book. `onMade` is called when the book is open. */
export function NewBook({ onClose, onMade }: { onClose: () => void; onMade: () => Promise<void> }) {
  const t = useWords<typeof words>('start');
  const options = useCall('tax/options', {});
  return (
    <div className="welcome">
      <div className="welcome-inner">
        <h1>{t('newBook')}</h1>
        <p className="welcome-lead">{t('newBookLead')}</p>
        {options.error && <ErrorState error={options.error} retry={options.retry} />}
        {options.loading && <Loader size="sm" />}
        {options.data && <Form options={options.data} onClose={onClose} onMade={onMade} />}
      </div>
    </div>
  );
}

function Form({ options, onClose, onMade }: { options: Options; onClose: () => void; onMade: () => Promise<void> }) {
  const t = useWords<typeof words>('start');
  const [name, setName] = useState('');
  const [profile, setProfile] = useState<Profile>(() => ({ region: null, company: '', ...SAMPLE_PROFILE, language: currentLanguage() }));
  const [error, setError] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);
  const complete = name.trim() !== '' && !wantsRegion(profile, options);
  const make = async (): Promise<void> => {
    if (!complete) return;
    setBusy(true);
    setError(null);
    const made = await create(name.trim(), profile);
    setBusy(false);
    if (made === null) await onMade();
    else setError(made);
  };
  return (
    <FormGrid
      label={t('newBook')}
      onSubmit={() => void make()}
      actions={
        <>
          <Button type="submit" loading={busy} disabled={!complete}>
            {t('make')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('back')}
          </Button>
        </>
      }
    >
      <Wide>
        <TextInput
          label={t('name')}
          description={t('nameHint')}
          value={name}
          required
          maxLength={100}
          data-autofocus
          autoFocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </Wide>
      <ProfileFields profile={profile} options={options} onChange={setProfile} />
      {error && (
        <Wide>
          <ErrorState error={error} />
        </Wide>
      )}
    </FormGrid>
  );
}

/** Null when the book is made and open, else why not. */
async function create(name: string, profile: Profile): Promise<AppError | null> {
  const target = await bridge().host('host/newBook', { name });
  if (!target.ok) return target.error;
  const made = await bridge().call('book/create', { ...profile, target: target.value.token });
  return made.ok ? null : made.error;
}
