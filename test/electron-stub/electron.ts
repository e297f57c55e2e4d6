import { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';

/**
 * A stand-in for the electron module that records what is asked of it. Enough to run main, preload and their parts under
 * plain Node; it shows no window and starts no process.
 */
export const log: string[] = [];
const note = (line: string): void => void log.push(line);

class App extends EventEmitter {
  isPackaged = true;
  locked = true;
  #ready: () => void = () => {};
  readonly #whenReady = new Promise<void>((resolve) => (this.#ready = resolve));
  enableSandbox(): void {
    note('app.enableSandbox');
  }
  requestSingleInstanceLock(): boolean {
    note('app.requestSingleInstanceLock');
    return this.locked;
  }
  whenReady(): Promise<void> {
    return this.#whenReady;
  }
  ready(): void {
    note('app.ready');
    this.#ready();
  }
  quit(): void {
    note('app.quit');
  }
  override on(name: string, listener: (...args: never[]) => void): this {
    note(`app.on ${name}`);
    return super.on(name, listener as never);
  }
}
export const app = new App();

export class WebContents extends EventEmitter {
  url = 'app://tallybook/';
  openHandler: ((details: { url: string }) => { action: string }) | null = null;
  getURL(): string {
    return this.url;
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
}

export class BrowserWindow extends EventEmitter {
  static windows: BrowserWindow[] = [];
  static getAllWindows(): BrowserWindow[] {
    return BrowserWindow.windows;
  }
  readonly options: Record<string, unknown>;
  readonly webContents = new WebContents();
  loaded: string | null = null;
  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
    BrowserWindow.windows.push(this);
    note('new BrowserWindow');
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(url: string): Promise<void> {
    this.loaded = url;
    note(`loadURL ${url}`);
  }
  show(): void {
    note('window.show');
  }
  isMinimized(): boolean {
    return true;
  }
  restore(): void {
    note('window.restore');
  }
  focus(): void {
    note('window.focus');
  }
}

export class Session extends EventEmitter {
  requestHandler: ((contents: unknown, permission: string, answer: (granted: boolean) => void) => void) | null = null;
  checkHandler: ((contents: unknown, permission: string, origin: string) => boolean) | null = null;
  deviceHandler: ((details: unknown) => boolean) | null = null;
  displayHandler: ((request: unknown, answer: (streams: object) => void) => void) | null = null;
  beforeRequest: ((details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void) | null = null;
  spelling = true;
  setPermissionRequestHandler(handler: Session['requestHandler']): void {
    this.requestHandler = handler;
  }
  setPermissionCheckHandler(handler: Session['checkHandler']): void {
    this.checkHandler = handler;
  }
  setDevicePermissionHandler(handler: Session['deviceHandler']): void {
    this.deviceHandler = handler;
  }
  setDisplayMediaRequestHandler(handler: Session['displayHandler']): void {
    this.displayHandler = handler;
  }
  setSpellCheckerEnabled(on: boolean): void {
    this.spelling = on;
  }
  readonly webRequest = { onBeforeRequest: (handler: Session['beforeRequest']): void => void (this.beforeRequest = handler) };
}
export const session = { defaultSession: new Session() };

export const protocol = {
  schemes: [] as unknown[],
  handlers: new Map<string, (request: Request) => Response | Promise<Response>>(),
  registerSchemesAsPrivileged(schemes: unknown[]): void {
    note('protocol.registerSchemesAsPrivileged');
    protocol.schemes = schemes;
  },
  handle(scheme: string, handler: (request: Request) => Response | Promise<Response>): void {
    note(`protocol.handle ${scheme}`);
    protocol.handlers.set(scheme, handler);
  },
};

export class UtilityProcess extends EventEmitter {
  static forked: UtilityProcess[] = [];
  readonly sent: { message: unknown; ports: MessagePort[] }[] = [];
  readonly modulePath: string;
  readonly options: Record<string, unknown>;
  killed = false;
  constructor(modulePath: string, options: Record<string, unknown>) {
    super();
    this.modulePath = modulePath;
    this.options = options;
    UtilityProcess.forked.push(this);
  }
  postMessage(message: unknown, ports: MessagePort[] = []): void {
    this.sent.push({ message, ports });
  }
  kill(): boolean {
    this.killed = true;
    this.emit('exit', 15);
    return true;
  }
}
export const utilityProcess = {
  fork: (path: string, _args: string[], options: Record<string, unknown>): UtilityProcess => new UtilityProcess(path, options),
};

export class MessageChannelMain {
  readonly port1: MessagePort;
  readonly port2: MessagePort;
  constructor() {
    const { port1, port2 } = new MessageChannel();
    for (const port of [port1, port2]) port.unref();
    this.port1 = port1;
    this.port2 = port2;
  }
}

export const ipcMain = Object.assign(new EventEmitter(), {
  handlers: new Map<string, (event: unknown, ...args: unknown[]) => unknown>(),
  handle(channel: string, handler: (event: unknown, ...args: unknown[]) => unknown): void {
    ipcMain.handlers.set(channel, handler);
  },
});

type Opened = { canceled: boolean; filePaths: string[] };
type Saved = { canceled: boolean; filePath: string };
export const dialog = {
  asked: [] as { kind: string; options: Record<string, unknown> }[],
  opens: { canceled: true, filePaths: [] } as Opened,
  saves: { canceled: true, filePath: '' } as Saved,
  async showOpenDialog(_window: unknown, options: Record<string, unknown>): Promise<Opened> {
    dialog.asked.push({ kind: 'open', options });
    return dialog.opens;
  },
  async showSaveDialog(_window: unknown, options: Record<string, unknown>): Promise<Saved> {
    dialog.asked.push({ kind: 'save', options });
    return dialog.saves;
  },
  showErrorBox(title: string, text: string): void {
    note(`dialog.showErrorBox ${title}: ${text}`);
  },
};

export const shell = { showItemInFolder: (path: string): void => note(`shell.showItemInFolder ${path}`) };

export const Menu = {
  template: [] as unknown[],
  buildFromTemplate(template: unknown[]): unknown {
    Menu.template = template;
    return template;
  },
  setApplicationMenu(): void {
    note('Menu.setApplicationMenu');
  },
};

/** What the preload exposed, by name. */
export const exposed: Record<string, unknown> = {};
export const contextBridge = { exposeInMainWorld: (name: string, api: unknown): void => void (exposed[name] = api) };
export const ipcRenderer = Object.assign(new EventEmitter(), {
  sent: [] as unknown[][],
  send: (...args: unknown[]): void => void ipcRenderer.sent.push(args),
  invoke: async (...args: unknown[]): Promise<unknown> => {
    ipcRenderer.sent.push(args);
    return { ok: true, value: [] };
  },
});
export const webUtils = { getPathForFile: (file: { path?: string }): string => file.path ?? '' };
