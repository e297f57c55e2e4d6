import { parentPort } from 'node:worker_threads';
import { serveExport } from '../services/reports/worker/serve.ts';

/** Entry of the thread that writes an export. */
if (parentPort) serveExport(parentPort);
