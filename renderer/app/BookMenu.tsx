import { Menu } from '@mantine/core';
import { IconBook2, IconChevronDown, IconFolderOpen, IconSettings, IconX } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import type { BookInfo } from '../../services/contract/book.ts';
import { useWords } from '../i18n/index.ts';
import type words from '../i18n/en/frame.json';
import { useCommand } from './hooks.ts';
import { useGo } from './place.ts';

/** The open book, and what to do with it as a whole. */
export function BookMenu({ book }: { book: BookInfo }) {
  const t = useWords<typeof words>('frame');
  const close = useCommand('book/close');
  const go = useGo();
  const navigate = useNavigate();
  return (
    <Menu position="bottom-start" width={260}>
      <Menu.Target>
        <button type="button" className="top-button strong" aria-label={t('bookMenu', { name: book.name })}>
          <IconBook2 size={16} stroke={1.5} aria-hidden="true" />
          <span>{book.name.replace(/\.tallybook$/, '')}</span>
          <IconChevronDown size={14} stroke={1.5} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{book.location}</Menu.Label>
        <Menu.Item leftSection={<IconSettings size={16} stroke={1.5} />} onClick={() => go('/settings')}>
          {t('bookSettings')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFolderOpen size={16} stroke={1.5} />} onClick={() => void navigate('/start')}>
          {t('otherBook')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconX size={16} stroke={1.5} />} onClick={() => void close.run({})}>
          {t('closeBook')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
