import { BrowserWindow, dialog, type FileFilter, type OpenDialogOptions } from 'electron';
import { join } from 'node:path';
import type { DialogRequest } from './messages.ts';

const BOOK: FileFilter = { name: 'Tallybook', extensions: ['tallybook'] };
const ALL: FileFilter = { name: '*', extensions: ['*'] };
const KINDS: Record<Extract<DialogRequest, { show: 'open-files' }>['kind'], FileFilter> = {
  bank: { name: 'CAMT.053, OFX, MT940, CSV, XLSX', extensions: ['xml', 'ofx', 'qfx', 'sta', 'mt940', '940', 'txt', 'csv', 'tsv', 'xlsx'] },
  bills: { name: 'CSV, JSON, XLSX, ZIP', extensions: ['csv', 'json', 'xlsx', 'zip', 'gz'] },
  pdf: { name: 'PDF', extensions: ['pdf'] },
  calendar: { name: 'iCalendar, CSV', extensions: ['ics', 'csv', 'txt'] },
  einvoice: { name: 'XML, PDF, OFD', extensions: ['xml', 'pdf', 'ofd'] },
  attachments: { name: 'JPEG, PNG, GIF, PDF, ZIP', extensions: ['jpg', 'jpeg', 'png', 'gif', 'pdf', 'zip'] },
};

/** Shows a dialog over the window and resolves to the chosen paths; none when it was cancelled. */
export async function showDialog(request: DialogRequest): Promise<string[]> {
  const window = BrowserWindow.getAllWindows()[0];
  if (!window) return [];
  if (request.show === 'save') {
    const ending = /\.([a-z0-9]{1,12})$/i.exec(request.name)?.[1];
    const filters = ending ? [{ name: ending.toUpperCase(), extensions: [ending] }] : [ALL];
    const saved = await dialog.showSaveDialog(window, {
      defaultPath: join(request.folder, request.name),
      filters,
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
    return saved.canceled || !saved.filePath ? [] : [saved.filePath];
  }
  const opened = await dialog.showOpenDialog(window, asked(request));
  return opened.canceled ? [] : opened.filePaths;
}

function asked(request: Exclude<DialogRequest, { show: 'save' }>): OpenDialogOptions {
  if (request.show === 'open-book') return { filters: [BOOK], properties: ['openFile'] };
  if (request.show === 'open-folder') return { properties: ['openDirectory'] };
  return { filters: [KINDS[request.kind], ALL], properties: request.kind === 'pdf' ? ['openFile'] : ['openFile', 'multiSelections'] };
}
