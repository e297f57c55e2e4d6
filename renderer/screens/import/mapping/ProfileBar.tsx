import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Profile } from '../../../../domain/formats/profile.ts';
import type { AppError } from '../../../../domain/result.ts';
import type { FileHead } from '../../../../services/contract/imports.ts';
import { useActions } from '../../../actions/registry.ts';
import { useCommand } from '../../../app/hooks.ts';
import { notifyDone } from '../../../app/notify.tsx';
import { bridge } from '../../../host/bridge.ts';
import { pickFiles, safeName, saveAs } from '../../../host/files.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/mapping.json';
import { ConfirmDialog, ErrorState } from '../../../ui/index.ts';
import { chooseFormat, forgetProfile, mapFile } from '../queue.ts';
import { draftOf, idFor, onceId, profileOf, withProfile, type Cut, type Draft, type Open } from './draft.ts';

type Props = {
  token: string;
  name: string;
  cut: Cut;
  head: FileHead;
  draft: Draft;
  open: readonly Open[];
  saved: readonly Profile[];
  onChange: (draft: Draft) => void;
  onDone: () => void;
};

/** The end of mapping: use it once, or keep it as a profile; profiles as files. */
export function ProfileBar({ token, name, cut, head, draft, open, saved, onChange, onDone }: Props) {
  const t = useWords<typeof words>('mapping');
  const save = useCommand('profiles/save', { quiet: true });
  const remove = useCommand('profiles/delete', { quiet: true });
  const [error, setError] = useState<AppError | null>(null);
  const [deleting, setDeleting] = useState(false);
  const title = draft.title.trim();
  const own = saved.find((p) => p.id === draft.id);
  const make = (): Profile | null =>
    profileOf(
      head,
      cut,
      draft,
      own?.id ??
        idFor(
          title || name,
          saved.map((p) => p.id),
        ),
      title || name,
    );
  const once = (): void => {
    const profile = make();
    if (!profile) return;
    mapFile(token, { ...profile, id: onceId(profile), title: name.slice(0, 200) });
    onDone();
  };
  const keep = async (): Promise<void> => {
    const profile = make();
    if (!profile) return;
    const result = await save.run({ profile });
    if (!result.ok) return setError(result.error);
    notifyDone(t('saved', { title: result.value.profile.title }));
    chooseFormat(token, `profile:${result.value.profile.id}`);
    onDone();
  };
  const write = async (): Promise<void> => {
    const profile = make();
    if (!profile) return;
    const result = await saveAs(`${safeName(profile.title)}.json`, (target) => bridge().call('profiles/export', { profile, target }));
    if (!result.ok) setError(result.error);
    else if (result.value) notifyDone(t('exported'));
  };
  const openFile = async (): Promise<void> => {
    setError(null);
    const picked = await pickFiles('bills');
    if (!picked.ok) return setError(picked.error);
    const [file] = picked.value;
    if (!file) return;
    const result = await bridge().call('profiles/import', { file: file.token, keep: false });
    if (result.ok) onChange(withProfile(head, result.value));
    else setError(result.error);
  };
  const choose = (id: string): void => {
    const profile = saved.find((p) => p.id === id);
    onChange(profile ? withProfile(head, profile) : draftOf(head));
  };
  const incomplete = open.length > 0;
  useActions([
    {
      id: 'mapping.save',
      title: t('save'),
      group: 'record',
      shortcut: 'mod+s',
      inFields: true,
      predicate: () => !incomplete && title !== '',
      perform: () => void keep(),
    },
    {
      id: 'mapping.once',
      title: t('useOnce'),
      group: 'record',
      shortcut: 'mod+enter',
      inFields: true,
      predicate: () => !incomplete,
      perform: once,
    },
    { id: 'mapping.import', title: t('import'), group: 'record', perform: () => void openFile() },
    { id: 'mapping.export', title: t('export'), group: 'record', predicate: () => !incomplete, perform: () => void write() },
  ]);
  return (
    <footer className="mapping-foot">
      {error && <ErrorState error={error} />}
      <div className="mapping-bar">
        <NativeSelect
          size="xs"
          label={t('profile')}
          value={own?.id ?? ''}
          data={[{ value: '', label: t('profileNone') }, ...saved.map((p) => ({ value: p.id, label: p.title }))]}
          onChange={(e) => choose(e.currentTarget.value)}
        />
        <Button variant="default" onClick={() => void openFile()}>
          {t('import')}
        </Button>
        <Button variant="default" disabled={incomplete} onClick={() => void write()}>
          {t('export')}
        </Button>
        {own && (
          <Button variant="subtle" color="red" onClick={() => setDeleting(true)}>
            {t('delete')}
          </Button>
        )}
        <span className="mapping-gap" />
        <TextInput
          label={t('name')}
          title={t('saveHint')}
          maxLength={200}
          value={draft.title}
          onChange={(e) => onChange({ ...draft, title: e.currentTarget.value })}
        />
        <Button variant="default" disabled={incomplete} onClick={once}>
          {t('useOnce')}
        </Button>
        <Button disabled={incomplete || title === ''} loading={save.busy} onClick={() => void keep()}>
          {t('save')}
        </Button>
      </div>
      <ConfirmDialog
        opened={deleting}
        onClose={() => setDeleting(false)}
        danger
        title={t('deleteTitle', { title: own?.title ?? '' })}
        text={t('deleteText')}
        action={t('delete')}
        confirm={async () => {
          const result = own ? await remove.run({ id: own.id }) : null;
          if (result && !result.ok) return result.error;
          if (own) forgetProfile(own.id);
          onChange({ ...draft, id: null, revision: 1 });
          return null;
        }}
      />
    </footer>
  );
}
