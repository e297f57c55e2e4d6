import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBookmark, IconCheck, IconChevronDown, IconStarFilled } from '@tabler/icons-react';
import { useState } from 'react';
import type { SavedView } from '../../../../../services/contract/views.ts';
import { useActions } from '../../../../actions/registry.ts';
import { useCommand } from '../../../../app/hooks.ts';
import { cross, notifyDone } from '../../../../app/notify.tsx';
import { useWords } from '../../../../i18n/index.ts';
import type words from '../../../../i18n/en/views.json';
import type { DetailsState } from '../useDetails.ts';
import { NameDialog } from './NameDialog.tsx';
import { useViews } from './useViews.ts';

/** Saved views: open one, save what is shown, rename, make one open by itself, delete with Undo. Key v. */
export function ViewsMenu({ state }: { state: DetailsState }) {
  const t = useWords<typeof words>('views');
  const views = useViews(state);
  const { all, opened, changed, definition, open, close } = views;
  const [menu, setMenu] = useState(false);
  const [naming, setNaming] = useState<'save' | 'rename' | null>(null);
  const [gone, setGone] = useState<SavedView | null>(null);
  const save = useCommand('views/save');
  const remove = useCommand('views/delete');
  const choose = useCommand('views/default');

  const saveOver = async (view: SavedView): Promise<void> => {
    const result = await save.run({ id: view.id, name: view.name, definition });
    if (result.ok) notifyDone(t('saved', { name: view.name }));
  };
  const undo = async (view: SavedView): Promise<void> => {
    notifications.hide(noticeOf(view));
    setGone(null);
    const result = await save.run({ name: view.name, definition: view.definition, isDefault: view.isDefault });
    if (result.ok) notifyDone(t('restored', { name: view.name }));
  };
  const drop = async (view: SavedView): Promise<void> => {
    const result = await remove.run({ id: view.id });
    if (!result.ok) return;
    setGone(result.value);
    const back = result.value;
    notifications.show({
      id: noticeOf(back),
      autoClose: 12_000,
      withBorder: true,
      closeButtonProps: cross(),
      message: (
        <span className="undo-notice">
          {t('deleted', { name: back.name })}{' '}
          <button type="button" className="link" onClick={() => void undo(back)}>
            {t('undo')}
          </button>
        </span>
      ),
    });
  };
  useActions([
    { id: 'views.menu', title: t('menu'), group: 'view', shortcut: 'v', perform: () => setMenu(true) },
    { id: 'views.save', title: t('saveAs'), group: 'view', perform: () => setNaming('save') },
    { id: 'views.plain', title: t('plain'), group: 'view', perform: close },
    ...all.map((view) => ({
      id: `views.open.${view.id}`,
      title: t('openNamed', { name: view.name }),
      group: 'view' as const,
      perform: () => open(view),
    })),
    ...(gone
      ? [
          {
            id: 'views.undo',
            title: t('undoDelete', { name: gone.name }),
            group: 'view' as const,
            shortcut: 'u',
            perform: () => void undo(gone),
          },
        ]
      : []),
  ]);
  return (
    <>
      <Menu opened={menu} onChange={setMenu} position="bottom-end" width={260}>
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconBookmark size={14} stroke={1.5} />}
            rightSection={<IconChevronDown size={14} stroke={1.5} />}
            aria-label={opened ? t(changed ? 'openedChanged' : 'opened', { name: opened.name }) : t('menu')}
          >
            <span className="view-name">{opened?.name ?? t('views')}</span>
            {changed && <span className="view-changed" title={t('changed')} aria-hidden="true" />}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={480} style={{ overflow: 'auto' }}>
          <Menu.Label>{all.length === 0 ? t('none') : t('views')}</Menu.Label>
          {all.map((view) => (
            <Menu.Item
              key={view.id}
              leftSection={view.id === opened?.id ? <IconCheck size={14} /> : <span className="menu-room" />}
              rightSection={view.isDefault ? <IconStarFilled size={12} aria-label={t('isDefault')} /> : null}
              onClick={() => open(view)}
            >
              {view.name}
            </Menu.Item>
          ))}
          <Menu.Item leftSection={<span className="menu-room" />} onClick={close}>
            {t('plain')}
          </Menu.Item>
          <Menu.Divider />
          {opened && (
            <Menu.Item disabled={!changed} onClick={() => void saveOver(opened)}>
              {t('saveOver', { name: opened.name })}
            </Menu.Item>
          )}
          <Menu.Item onClick={() => setNaming('save')}>{t('saveAs')}</Menu.Item>
          {opened && (
            <>
              <Menu.Item onClick={() => setNaming('rename')}>{t('rename')}</Menu.Item>
              <Menu.Item onClick={() => void choose.run({ id: opened.isDefault ? null : opened.id })}>
                {t(opened.isDefault ? 'noDefault' : 'makeDefault')}
              </Menu.Item>
              <Menu.Item color="red" onClick={() => void drop(opened)}>
                {t('delete', { name: opened.name })}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {naming && (
        <NameDialog
          view={naming === 'rename' ? opened : null}
          definition={definition}
          onClose={() => setNaming(null)}
          onSaved={(view) => {
            setNaming(null);
            if (naming === 'save') state.change({ view: view.id }, { replace: true });
            notifyDone(t('saved', { name: view.name }));
          }}
        />
      )}
    </>
  );
}

const noticeOf = (view: SavedView): string => `view-deleted-${view.id}`;
