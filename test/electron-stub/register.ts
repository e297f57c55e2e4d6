import { registerHooks } from 'node:module';

/**
 * Preloaded with `--import`: `electron` becomes the stub, for import and require alike. Without it, requiring the package
 * under plain Node would start a download.
 */
const stub = new URL('./electron.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: stub, format: 'module-typescript', shortCircuit: true } : next(specifier, context),
});
