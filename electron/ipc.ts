import { ipcMain } from 'electron';
import { z } from 'zod';
import { fail } from '../domain/result.ts';
import { PORT_MESSAGE } from '../services/contract/host.ts';
import { CONNECT, DROP } from './messages.ts';
import { isOwnPage } from './sender.ts';
import type { ServicesProcess } from './services-process.ts';

const dropped = z.array(z.string().min(1).max(4096)).min(1).max(1000);

/** The two messages that main takes from a page: connect me, and these files were dropped on me. Nothing else crosses. */
export function listenToPages(services: Pick<ServicesProcess, 'newPagePort' | 'drop'>): void {
  ipcMain.on(CONNECT, (event) => {
    const frame = event.senderFrame;
    if (!isOwnPage(event) || !frame) return;
    frame.postMessage(PORT_MESSAGE, null, [services.newPagePort()]);
  });
  ipcMain.handle(DROP, (event, paths: unknown) => {
    if (!isOwnPage(event)) return fail('host.foreign-page', 'This page is not Tallybook.');
    const parsed = dropped.safeParse(paths);
    return parsed.success
      ? services.drop(parsed.data)
      : fail('call.invalid-input', 'These are not files of this computer.', { remedy: 'Save them first, then drop them.' });
  });
}
