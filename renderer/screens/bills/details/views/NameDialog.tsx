import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SavedView, ViewDefinition } from '../../../../../services/contract/views.ts';
import { useCommand } from '../../../../app/hooks.ts';
import { useWords } from '../../../../i18n/index.ts';
import { toldError } from '../../../../i18n/told.ts';
import type words from '../../../../i18n/en/views.json';

/** Names what is shown as a new view, or gives the view another name. A name that is taken is said at the field. */
export function NameDialog({
  view,
  definition,
  onClose,
  onSaved,
}: {
  view: SavedView | null;
  definition: ViewDefinition;
  onClose: () => void;
  onSaved: (view: SavedView) => void;
}) {
  const t = useWords<typeof words>('views');
  const [name, setName] = useState(view?.name ?? '');
  const [isDefault, setDefault] = useState(false);
  const save = useCommand('views/save', { quiet: true });
  const rename = useCommand('views/rename', { quiet: true });
  const error = view ? rename.error : save.error;
  const submit = async (): Promise<void> => {
    const result = view ? await rename.run({ id: view.id, name }) : await save.run({ name, definition, isDefault });
    if (result.ok) onSaved(result.value);
  };
  return (
    <Modal opened onClose={onClose} title={t(view ? 'rename' : 'saveAs')} size="sm">
      <form
        className="name-view"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextInput
          data-autofocus
          label={t('name')}
          maxLength={80}
          value={name}
          error={error ? toldError(error).message : undefined}
          onChange={(event) => {
            setName(event.currentTarget.value);
            (view ? rename : save).reset();
          }}
        />
        {!view && <Checkbox label={t('makeDefault')} checked={isDefault} onChange={(event) => setDefault(event.currentTarget.checked)} />}
        <div className="row-actions">
          <Button type="submit" disabled={name.trim() === ''} loading={save.busy || rename.busy}>
            {t('save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
