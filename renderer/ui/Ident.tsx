import { ActionIcon, Tooltip } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useWords } from '../i18n/index.ts';
import type words from '../i18n/en/common.json';

/** `abcdefgh…wxyz`: both ends of a long identifier, at most `length` characters. */
export function middle(text: string, length = 22): string {
  const letters = [...text];
  if (letters.length <= length) return text;
  const tail = Math.floor((length - 1) / 3);
  return `${letters.slice(0, length - 1 - tail).join('')}…${letters.slice(-tail).join('')}`;
}

/** An identifier: monospace, shortened in the middle, in full on hover and copy. `copy` adds a button. */
export function Ident({ value, length = 22, copy = false }: { value: string | null | undefined; length?: number; copy?: boolean }) {
  if (!value) return null;
  const short = middle(value, length);
  return (
    <span className="ident" data-exact={value} title={short === value ? undefined : value}>
      {short}
      {copy && <CopyButton value={value} />}
    </span>
  );
}

function CopyButton({ value }: { value: string }) {
  const t = useWords<typeof words>('common');
  const clipboard = useClipboard({ timeout: 1200 });
  return (
    <Tooltip label={clipboard.copied ? t('copied') : t('copy')}>
      <ActionIcon size="xs" variant="subtle" color="gray" aria-label={`${t('copy')} ${value}`} onClick={() => clipboard.copy(value)}>
        {clipboard.copied ? <IconCheck size={12} /> : <IconCopy size={12} />}
      </ActionIcon>
    </Tooltip>
  );
}
