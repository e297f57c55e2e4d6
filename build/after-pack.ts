import type { AfterPackContext } from 'electron-builder';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setFuses } from './fuses.ts';

/** Called by electron-builder when the app's folder stands and before installers are made of it. */
export default async function afterPack({ appOutDir, electronPlatformName, packager }: AfterPackContext): Promise<void> {
  const name = packager.appInfo.productFilename;
  const program = electronPlatformName === 'darwin' ? `${name}.app` : electronPlatformName === 'win32' ? `${name}.exe` : 'tallybook';
  // Electron’s own start page; with OnlyLoadAppFromAsar it would be one archive more that the program accepts.
  rmSync(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true });
  await setFuses(join(appOutDir, program));
}
