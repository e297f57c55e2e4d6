import { Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useEffect } from 'react';
import { canDo, useAllActions, type ActionGroup } from '../actions/registry.ts';
import { useWordOf, useWords } from '../i18n/index.ts';
import type words from '../i18n/en/frame.json';
import { Keys } from './Keys.tsx';

const ORDER: readonly ActionGroup[] = ['record', 'go', 'book', 'view', 'table', 'app'];

/**
 * Spotlight selects when the query changes only; an action that a screen registers later (it is still loading) would
 * leave the list without a selection, and Enter without effect.
 */
function selectFirst(): void {
  const actions = [...document.querySelectorAll('[data-action]')];
  if (actions.some((action) => action.hasAttribute('data-selected'))) return;
  actions[0]?.setAttribute('data-selected', 'true');
}

/** Everything that can be done now, by name. */
export function Palette() {
  const t = useWords<typeof words>('frame');
  const word = useWordOf('frame');
  const all = useAllActions().filter((action) => !action.quiet && action.id !== 'app.palette' && canDo(action));
  const groups = ORDER.map((group) => ({
    group: word(`group.${group}`),
    actions: all
      .filter((action) => action.group === group)
      .map((action) => ({
        id: action.id,
        label: action.title,
        onClick: action.perform,
        keywords: action.keywords ?? '',
        rightSection: action.shortcut ? <Keys shortcut={action.shortcut} /> : undefined,
      })),
  })).filter((group) => group.actions.length > 0);
  const listed = groups.flatMap((group) => group.actions.map((action) => action.id)).join(' ');
  useEffect(selectFirst, [listed]);
  return (
    <Spotlight
      actions={groups}
      shortcut={null}
      nothingFound={t('nothingFound')}
      scrollable
      maxHeight={420}
      highlightQuery
      overlayProps={{ backgroundOpacity: 0.3, blur: 0 }}
      attributes={{ content: { 'aria-label': t('paletteField') } }}
      searchProps={{ leftSection: <IconSearch size={16} stroke={1.5} />, placeholder: t('paletteField'), 'aria-label': t('paletteField') }}
    />
  );
}
