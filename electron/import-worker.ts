import { parentPort } from 'node:worker_threads';
import { serveImport } from '../services/import/worker/serve.ts';

/** Entry of the thread that writes a large import; its parsers are processes that only main can start. */
if (parentPort) serveImport(parentPort, null);
