import { app, BrowserWindow, dialog, session } from 'electron';
import { join } from 'node:path';
import { loadAssets } from '../services/hosting/assets.ts';
import { guardContents, guardSession } from './guards.ts';
import { listenToPages } from './ipc.ts';
import { setMenu } from './menu.ts';
import { announceScheme, serveApp } from './protocol.ts';
import { ServicesProcess } from './services-process.ts';
import { openWindow } from './window.ts';

// All of this comes before `ready`: afterwards it would be too late for the first window.
app.enableSandbox();
announceScheme();
guardContents(app);
if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

function start(): void {
  const preload = join(__dirname, 'preload.cjs');
  guardSession(session.defaultSession, app.isPackaged);
  serveApp(loadAssets(join(__dirname, '../renderer')));
  setMenu(process.platform === 'darwin', app.isPackaged);

  const services = new ServicesProcess({
    services: join(__dirname, 'services-host.mjs'),
    parser: join(__dirname, 'parser.mjs'),
    onGiveUp: () => {
      dialog.showErrorBox(
        'Tallybook',
        'The part of Tallybook that keeps the book stops again and again. Your book is safe on disk. Restart the computer; if it stops again, open a backup.',
      );
      app.quit();
    },
  });
  listenToPages(services);
  openWindow(preload, app.isPackaged);

  app.on('second-instance', () => {
    const window = BrowserWindow.getAllWindows()[0];
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow(preload, app.isPackaged);
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', () => services.close());
}
