import { enableCompileCache } from 'node:module';
import packageJson from '../../package.json' with { type: 'json' };
import { localHost } from '../local-host.ts';
import { run } from './program.ts';

// Starting is most of a short command; compiled code is kept between two of them.
enableCompileCache();

// A reader such as `head` may close the pipe early; that is no error of ours.
process.stdout.on('error', () => process.exit(0));

const stopped = new AbortController();
process.once('SIGINT', () => stopped.abort());
process.once('SIGTERM', () => stopped.abort());

process.exitCode = await run({
  argv: process.argv.slice(2),
  version: packageJson.version,
  // Nobody else waits for this process: a second thread would only take time to start.
  host: { ...localHost(), exportWorker: undefined },
  signal: stopped.signal,
  // Loaded when a command needs it: --help and refused arguments answer at once.
  start: async (host) => (await import('../../services/index.ts')).createApplication(host),
  streams: {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    screen: process.stderr.isTTY ?? false,
    env: process.env,
    cwd: process.cwd(),
  },
});
