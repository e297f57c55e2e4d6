import { Modal } from '@mantine/core';
import { useAllActions, type ActionGroup } from '../actions/registry.ts';
import { useWordOf, useWords } from '../i18n/index.ts';
import type words from '../i18n/en/frame.json';
import { Keys } from './Keys.tsx';

const ORDER: readonly ActionGroup[] = ['go', 'table', 'record', 'view', 'book', 'app'];

/** All keys that work here. */
export function Help({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useWords<typeof words>('frame');
  const word = useWordOf('frame');
  const keyed = useAllActions().filter((action) => action.shortcut);
  return (
    <Modal opened={opened} onClose={onClose} title={t('help')} size={680} closeButtonProps={{ 'aria-label': t('closeHelp') }}>
      <div className="help-grid">
        {ORDER.map((group) => ({ group, list: keyed.filter((action) => action.group === group) }))
          .filter(({ list }) => list.length > 0)
          .map(({ group, list }) => (
            <section key={group}>
              <h3>{word(`group.${group}`)}</h3>
              <dl>
                {list.map((action) => (
                  <div key={action.id}>
                    <dt>{action.title}</dt>
                    <dd>
                      <Keys shortcut={action.shortcut ?? ''} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      </div>
    </Modal>
  );
}
