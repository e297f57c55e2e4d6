import { once } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { serveImport } from './serve.ts';

it('ends when it is cancelled before it has anything to do', async () => {
  const { port1, port2 } = new MessageChannel();
  serveImport(port2, () => {
    throw new Error('Nothing is parsed.');
  });
  port1.postMessage({ type: 'cancel' });
  await expect(once(port1, 'close')).resolves.toBeDefined();
});
