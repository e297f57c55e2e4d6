import { BrowserWindow, type WebPreferences } from 'electron';
import { START } from './origin.ts';

/** Every window has exactly these; each that matters is written out even where it is Electron's default. */
export const webPreferences = (preload: string, packaged: boolean): WebPreferences => ({
  preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  plugins: false,
  spellcheck: false,
  navigateOnDragDrop: false,
  disableDialogs: true,
  enableWebSQL: false,
  devTools: !packaged,
});

/** Opens the application's window, shown when it has something to show. */
export function openWindow(preload: string, packaged: boolean): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1000,
    minHeight: 640,
    show: false,
    title: 'Tallybook',
    backgroundColor: '#ffffff',
    webPreferences: webPreferences(preload, packaged),
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(START);
  return window;
}
