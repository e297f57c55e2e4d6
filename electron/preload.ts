import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { PORT_MESSAGE } from '../services/contract/host-names.ts';
import type { TallybookHost } from '../services/contract/host.ts';
import { CONNECT, DROP } from './messages.ts';

// The rest of the project is typed without the DOM; this is all of it that a preload wants.
const page = globalThis as unknown as { postMessage(message: unknown, origin: string, ports: unknown): void; location: { origin: string } };

// A port cannot pass the context bridge; it reaches the page as a window message. The IPC event stays here.
ipcRenderer.on(PORT_MESSAGE, (event) => page.postMessage({ type: PORT_MESSAGE }, page.location.origin, event.ports));

const host: TallybookHost = {
  connect: () => ipcRenderer.send(CONNECT),
  // Only a File that the user dropped or chose has a path, and the page never sees it.
  dropFiles: (files) =>
    ipcRenderer.invoke(
      DROP,
      files.map((file) => webUtils.getPathForFile(file)),
    ) as ReturnType<TallybookHost['dropFiles']>,
};
contextBridge.exposeInMainWorld('tallybookHost', host);
