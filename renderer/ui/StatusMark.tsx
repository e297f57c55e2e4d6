import { IconHourglassLow } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/index.ts';
import type words from '../i18n/en/common.json';

export type Mark = 'pass' | 'explained' | 'fail' | 'missing' | 'due';
// The hourglass is drawn: many systems have it only as a coloured picture, or not at all.
const GLYPH: Record<Mark, ReactNode> = {
  pass: '✓',
  explained: '≈',
  fail: '✗',
  missing: '○',
  due: <IconHourglassLow size={13} stroke={1.75} />,
};

/** A state by glyph, colour and word together. `label` replaces the usual word; `compact` hides it from sight only. */
export function StatusMark({ mark, label, compact = false }: { mark: Mark; label?: string; compact?: boolean }) {
  const t = useWords<typeof words>('common');
  const text = label ?? t(`status.${mark}`);
  return (
    <span className={`mark mark-${mark}`} title={compact ? text : undefined}>
      <span className="glyph" aria-hidden="true">
        {GLYPH[mark]}
      </span>
      <span className={compact ? 'visually-hidden' : undefined}>{text}</span>
    </span>
  );
}
