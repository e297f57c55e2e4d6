import { CloseButton } from '@mantine/core';
import { createContext, useContext, useEffect, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useActions } from '../actions/registry.ts';
import { useWords } from '../i18n/index.ts';
import type words from '../i18n/en/common.json';

/** The frame's right column, and a way to say that it is in use. */
export const InspectorHost = createContext<{ element: HTMLElement | null; use: (count: 1 | -1) => void }>({
  element: null,
  use: () => undefined,
});

/** The drawer at the right: 400 px, beside the work rather than over it, so that j and k go on. Esc closes it. */
export function Inspector({
  title,
  subtitle,
  onClose,
  children,
  footer,
}: {
  title: ReactNode;
  subtitle?: ReactNode;
  onClose: () => void;
  children: ReactNode;
  footer?: ReactNode;
}) {
  const t = useWords<typeof words>('common');
  const host = useContext(InspectorHost);
  const { use } = host;
  useEffect(() => {
    use(1);
    return () => use(-1);
  }, [use]);
  useActions([{ id: 'app.closeInspector', title: t('closeInspector'), group: 'view', shortcut: 'escape', quiet: true, perform: onClose }]);
  if (!host.element) return null;
  return createPortal(
    <>
      <div className="inspector-head">
        <div className="inspector-title">
          <h2>{title}</h2>
          {subtitle ? <div className="inspector-sub">{subtitle}</div> : null}
        </div>
        <CloseButton aria-label={t('closeInspector')} onClick={onClose} />
      </div>
      <div className="inspector-body" tabIndex={0} role="group" aria-label={t('inspector')}>
        {children}
      </div>
      {footer ? <div className="inspector-foot">{footer}</div> : null}
    </>,
    host.element,
  );
}

/** A titled part of the inspector. */
export const InspectorPart = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="inspector-part">
    <h3>{title}</h3>
    {children}
  </section>
);
