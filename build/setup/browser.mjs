import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import process from 'node:process';
import { say, stop } from './say.mjs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Path of a Chromium for the end-to-end tests, or null. TALLYBOOK_CHROMIUM names another one. */
export function findChromium() {
  const named = process.env.TALLYBOOK_CHROMIUM;
  if (named) return existsSync(named) ? named : null;
  return PLACES.find((path) => existsSync(path)) ?? null;
}

/** Installs Chromium and the CJK fonts of its screenshots with apt where they are missing and that is possible. */
export function provideBrowser() {
  const wanted = [];
  if (findChromium() === null) wanted.push('chromium');
  if (process.platform === 'linux' && !hasChineseFont()) wanted.push('fonts-noto-cjk');
  if (wanted.length === 0) return;
  if (canInstall()) {
    say(`installing ${wanted.join(' and ')} (apt-get); this happens once …`);
    if (!apt(['install', '-y', '--no-install-recommends', ...wanted]) && apt(['update']))
      apt(['install', '-y', '--no-install-recommends', ...wanted]);
  }
  if (findChromium() === null)
    stop(
      'The end-to-end tests need Chromium: run “apt-get install chromium fonts-noto-cjk” as root, or name one in TALLYBOOK_CHROMIUM, then try again.',
    );
  if (process.platform === 'linux' && !hasChineseFont())
    say('No Chinese font is installed, so screenshots will show boxes: “apt-get install fonts-noto-cjk” as root mends it.');
}

const apt = (args) => {
  const done = spawnSync('apt-get', ['-q', ...args], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return done.status === 0;
};

const canInstall = () => process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

function hasChineseFont() {
  const listed = spawnSync('fc-list', [':lang=zh', 'file'], { encoding: 'utf8' });
  if (listed.status === 0) return listed.stdout.trim() !== '';
  const folder = '/usr/share/fonts/opentype/noto';
  return existsSync(folder) && readdirSync(folder).some((name) => name.includes('CJK'));
}
