import type { App, Session, WebContents } from 'electron';
import { isOwnAddress, mayLoad } from './origin.ts';

/** Copying text is all that a page may do beyond drawing itself, and only on the user's gesture. */
const ALLOWED = 'clipboard-sanitized-write';

/** Guards every web contents of the application from its creation on, windows that someone else opens included. */
export function guardContents(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_event, contents) => guardOne(contents));
}

function guardOne(contents: WebContents): void {
  const ownOnly = (event: { preventDefault(): void; url: string }): void => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', ownOnly);
  contents.on('will-frame-navigate', ownOnly);
  contents.on('will-redirect', ownOnly);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Permissions, downloads, network and spelling dictionaries of a session: all refused. */
export function guardSession(session: Session, packaged: boolean): void {
  session.setPermissionRequestHandler((contents, permission, answer) => answer(permission === ALLOWED && isOwnAddress(contents.getURL())));
  session.setPermissionCheckHandler((_contents, permission, origin) => permission === ALLOWED && isOwnAddress(origin));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => {
    const tools = !packaged && details.url.startsWith('devtools://');
    answer({ cancel: !tools && !mayLoad(details.url) });
  });
  session.setSpellCheckerEnabled(false);
}
