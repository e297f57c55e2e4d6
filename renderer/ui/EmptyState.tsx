import type { Icon } from '@tabler/icons-react';
import { IconInbox } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** Nothing here yet: what that means in a sentence, and what to do next. */
export function EmptyState({
  icon: Glyph = IconInbox,
  title,
  text,
  actions,
}: {
  icon?: Icon;
  title: string;
  text?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="empty">
      <Glyph size={32} stroke={1.25} aria-hidden="true" />
      <p className="empty-title">{title}</p>
      {text ? <p className="empty-text">{text}</p> : null}
      {actions ? <div className="row-actions">{actions}</div> : null}
    </div>
  );
}
