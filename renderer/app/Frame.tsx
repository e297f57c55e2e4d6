import { useCallback, useEffect, useMemo, useState } from 'react';
import { Outlet, useLocation } from 'react-router';
import { useShortcuts } from '../actions/useShortcuts.ts';
import { useWords } from '../i18n/index.ts';
import type words from '../i18n/en/frame.json';
import { ErrorState } from '../ui/ErrorState.tsx';
import { InspectorHost } from '../ui/Inspector.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { FrameActions } from './FrameActions.tsx';
import { useHeldKnown } from './useHeldTo.ts';
import { Help } from './Help.tsx';
import { useCall } from './hooks.ts';
import { rememberPath } from './last-path.ts';
import { Palette } from './Palette.tsx';
import { Rail } from './Rail.tsx';
import { pathOf, screens } from './screens.ts';
import { TopBar } from './TopBar.tsx';
import { useConnection } from './useConnection.ts';
import { useGlobalPlace } from './useGlobalPlace.ts';

/** Rail, top bar, the screen, and the inspector beside it. Without an open book there is only the start screen. */
export function Frame() {
  const t = useWords<typeof words>('frame');
  const book = useCall('book/info', {});
  const connected = useConnection();
  const { pathname } = useLocation();
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [inUse, setInUse] = useState(0);
  const [help, setHelp] = useState(false);
  const use = useCallback((count: 1 | -1) => setInUse((n) => n + count), []);
  const host = useMemo(() => ({ element, use }), [element, use]);
  useShortcuts();
  useGlobalPlace(book.data ?? null);
  const held = useHeldKnown();
  const screen = screens.find((s) => pathname === pathOf(s) || pathname.startsWith(`${pathOf(s)}/`));
  useEffect(() => {
    if (screen && !screen.bookless) rememberPath(pathname);
  }, [screen, pathname]);

  const start = screens.find((s) => s.bookless);
  const closed = book.data === null;
  return (
    <InspectorHost.Provider value={host}>
      <div className="frame">
        <a
          className="skip"
          href="#main"
          onClick={(event) => {
            event.preventDefault();
            document.getElementById('main')?.focus();
          }}
        >
          {t('skip')}
        </a>
        {!closed && <Rail />}
        <TopBar book={book.data ?? null} />
        <main className="main" id="main" tabIndex={-1}>
          {!connected && (
            <div className="offline" role="status">
              {t('offline')}
            </div>
          )}
          {book.error ? (
            <div className="page-scroll">
              <ErrorState error={book.error} retry={book.retry} />
            </div>
          ) : null}
          {book.data === undefined ? null : (
            <ErrorBoundary key={screen?.path ?? pathname}>{closed && start ? <start.element /> : held ? <Outlet /> : null}</ErrorBoundary>
          )}
        </main>
        <aside className="inspector" ref={setElement} hidden={inUse === 0} aria-label={t('inspector')} />
      </div>
      <FrameActions open={!closed && book.data !== undefined} onHelp={() => setHelp(true)} />
      <Palette />
      <Help opened={help} onClose={() => setHelp(false)} />
    </InspectorHost.Provider>
  );
}
