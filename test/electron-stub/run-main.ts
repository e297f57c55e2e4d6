import { createRequire } from 'node:module';
import { setImmediate } from 'node:timers/promises';
import { app, BrowserWindow, log, protocol, UtilityProcess } from './electron.ts';

// run-main.ts MAIN: loads the bundled main process under the stub (register.ts), lets the app get ready, prints what it did.
createRequire(import.meta.url)(process.argv[2] ?? '');
const beforeReady = [...log];
app.ready();
await setImmediate();
const page = await protocol.handlers.get('app')?.(new Request('app://tallybook/'));
const preferences = BrowserWindow.windows.map((window) => window.options['webPreferences'] as { preload: string; sandbox: boolean });
process.stdout.write(
  JSON.stringify({ beforeReady, log, page: page?.status, forked: UtilityProcess.forked.map((child) => child.modulePath), preferences }),
);
process.exit(0);
