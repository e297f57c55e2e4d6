import { useMantineColorScheme, useComputedColorScheme } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { useNavigate } from 'react-router';
import { useActions, type Action } from '../actions/registry.ts';
import { setLanguage, useLanguage, useWordOf, useWords } from '../i18n/index.ts';
import type words from '../i18n/en/frame.json';
import { useCommand } from './hooks.ts';
import { useGo } from './place.ts';
import { pathOf, screens } from './screens.ts';

/** What can be done everywhere: go to a section, find, help, theme, language, the book. `open`: a book is open. */
export function FrameActions({ open, onHelp }: { open: boolean; onHelp: () => void }) {
  const t = useWords<typeof words>('frame');
  const nav = useWordOf('nav');
  const go = useGo();
  const navigate = useNavigate();
  const close = useCommand('book/close');
  const language = useLanguage();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  const sections: Action[] = screens
    .filter((screen) => !screen.bookless)
    .map((screen) => ({
      id: `go.${screen.navKey}`,
      title: nav(screen.navKey),
      group: 'go',
      predicate: () => open,
      perform: () => go(pathOf(screen)),
      ...(screen.key ? { shortcut: `g ${screen.key}` } : {}),
    }));
  useActions([
    ...sections,
    { id: 'app.palette', title: t('paletteField'), group: 'app', shortcut: 'mod+k', inFields: true, perform: () => spotlight.toggle() },
    { id: 'app.help', title: t('help'), group: 'app', shortcut: '?', perform: onHelp },
    {
      id: 'app.filter',
      title: t('toFilter'),
      group: 'view',
      shortcut: '/',
      predicate: () => filterField() !== null,
      perform: () => filterField()?.focus(),
    },
    { id: 'app.theme', title: dark ? t('toLight') : t('toDark'), group: 'app', perform: () => setColorScheme(dark ? 'light' : 'dark') },
    {
      id: 'app.language',
      title: language === 'en' ? '简体中文' : 'English',
      group: 'app',
      keywords: 'language 语言',
      perform: () => setLanguage(language === 'en' ? 'zh-CN' : 'en'),
    },
    { id: 'book.other', title: t('otherBook'), group: 'book', predicate: () => open, perform: () => void navigate('/start') },
    { id: 'book.close', title: t('closeBook'), group: 'book', predicate: () => open, perform: () => void close.run({}) },
  ]);
  return null;
}

/** The screen's filter field: the first element marked `data-filter`. */
const filterField = (): HTMLElement | null => document.querySelector<HTMLElement>('main [data-filter]');
