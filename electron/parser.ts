import { setFlagsFromString } from 'node:v8';
import { serve } from '../services/import/parser/main.ts';

/**
 * The parser as a utility process. Main sends one message with a port whose other end is in the services process, so
 * that rows do not pass through main.
 */
// Also given as an argument of the fork; whichever the runtime honours keeps the heap small.
setFlagsFromString('--max-old-space-size=512');

process.parentPort.once('message', ({ ports: [port] }) => {
  if (!port) throw new Error('The parser got no port.');
  serve({ post: (message) => port.postMessage(message), onMessage: (listener) => void port.on('message', ({ data }) => listener(data)) });
  port.start();
});
