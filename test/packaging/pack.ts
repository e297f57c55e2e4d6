import { packageApp } from '../../build/package.ts';

// pack.ts RUNTIME OUTPUT: packs what is in dist/ with the runtime of that folder.
const [runtime = '', output = ''] = process.argv.slice(2);
await packageApp({ electronDist: runtime, output });
