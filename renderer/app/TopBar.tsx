import { Menu, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { IconLanguage, IconMoon, IconSearch, IconSun } from '@tabler/icons-react';
import type { BookInfo } from '../../services/contract/book.ts';
import { setLanguage, useLanguage, useWords } from '../i18n/index.ts';
import type words from '../i18n/en/frame.json';
import { AccountPicker } from './AccountPicker.tsx';
import { BookMenu } from './BookMenu.tsx';
import { Keys } from './Keys.tsx';
import { Logo } from './Logo.tsx';
import { PeriodStepper } from './PeriodStepper.tsx';
import { TaskTray } from './TaskTray.tsx';

/** Book, period and account at the left; find-or-do, tasks, language and theme at the right. */
export function TopBar({ book }: { book: BookInfo | null }) {
  const t = useWords<typeof words>('frame');
  const language = useLanguage();
  return (
    <section className="top" aria-label={t('topBar')}>
      {book ? (
        <>
          <BookMenu book={book} />
          <span className="top-sep" />
          <PeriodStepper periods={book.periods} />
          <AccountPicker />
        </>
      ) : (
        <span className="brand">
          <Logo size={20} />
          <span>Tallybook</span>
        </span>
      )}
      <span className="top-gap" />
      <button type="button" className="palette-field" onClick={() => spotlight.open()}>
        <IconSearch size={14} stroke={1.5} aria-hidden="true" />
        <span>{t('paletteField')}</span>
        <Keys shortcut="mod+k" />
      </button>
      <TaskTray />
      <Menu position="bottom-end">
        <Menu.Target>
          <button type="button" className="top-button" aria-label={t('language')} title={t('language')}>
            <IconLanguage size={18} stroke={1.5} aria-hidden="true" />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setLanguage('en')} aria-current={language === 'en'} fw={language === 'en' ? 600 : 400}>
            English
          </Menu.Item>
          <Menu.Item
            onClick={() => setLanguage('zh-CN')}
            aria-current={language === 'zh-CN'}
            fw={language === 'zh-CN' ? 600 : 400}
            lang="zh-CN"
          >
            简体中文
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ThemeButton />
    </section>
  );
}

function ThemeButton() {
  const t = useWords<typeof words>('frame');
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  const label = dark ? t('toLight') : t('toDark');
  return (
    <button type="button" className="top-button" aria-label={label} title={label} onClick={() => setColorScheme(dark ? 'light' : 'dark')}>
      {dark ? <IconSun size={18} stroke={1.5} aria-hidden="true" /> : <IconMoon size={18} stroke={1.5} aria-hidden="true" />}
    </button>
  );
}
