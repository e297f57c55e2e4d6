import { parentPort } from 'node:worker_threads';
import { serveImport } from '../services/import/worker/serve.ts';
import { forkParser } from './fork-parser.ts';

/** Entry of the thread that writes a large import, under plain Node. */
if (parentPort) serveImport(parentPort, () => forkParser());
