/** A key press as the registry sees it. */
export interface Press {
  key: string;
  mod: boolean;
  alt: boolean;
  shift: boolean;
}

/** How long a first key such as `g` waits for the second, in milliseconds. */
export const SEQUENCE_MS = 1200;

/** The press as shortcut text: `mod+k`, `escape`, `/`, `?`, `g`. Shift counts only with keys that do not print. */
export function pressText(press: Press): string {
  const key = press.key === ' ' ? 'space' : press.key.length === 1 ? press.key.toLowerCase() : press.key.toLowerCase();
  const shift = press.shift && press.key.length > 1 ? 'shift+' : '';
  return `${press.mod ? 'mod+' : ''}${press.alt ? 'alt+' : ''}${shift}${key}`;
}

/**
 * Turns presses into shortcuts, two-key sequences included. `feed` returns the shortcut that matched, `pending` while a
 * sequence has begun, or null. A second key that leads nowhere is tried as a first key.
 */
export function createSequencer(now: () => number = Date.now): {
  feed: (press: Press, shortcuts: ReadonlySet<string>) => string | 'pending' | null;
  reset: () => void;
} {
  let first: { text: string; at: number } | null = null;
  const begins = (text: string, shortcuts: ReadonlySet<string>): boolean => {
    for (const shortcut of shortcuts) if (shortcut.startsWith(`${text} `)) return true;
    return false;
  };
  return {
    feed(press, shortcuts) {
      const text = pressText(press);
      const earlier = first && now() - first.at <= SEQUENCE_MS ? first.text : null;
      first = null;
      if (earlier && shortcuts.has(`${earlier} ${text}`)) return `${earlier} ${text}`;
      if (begins(text, shortcuts)) {
        first = { text, at: now() };
        return shortcuts.has(text) ? text : 'pending';
      }
      return shortcuts.has(text) ? text : null;
    },
    reset() {
      first = null;
    },
  };
}

const NAMES: Record<string, string> = {
  space: 'Space',
  enter: 'Enter',
  escape: 'Esc',
  mod: 'Ctrl',
  shift: 'Shift',
  alt: 'Alt',
  arrowup: '↑',
  arrowdown: '↓',
};

/** A shortcut as a person reads it: `mod+k` → [['Ctrl','K']], `g o` → [['g'],['o']]. */
export const shortcutLabels = (shortcut: string, mac = false): string[][] =>
  shortcut.split(' ').map((press) => {
    const parts = press === '+' ? ['+'] : press.split('+');
    return parts.map((part) => (part === 'mod' && mac ? '⌘' : (NAMES[part] ?? (parts.length > 1 ? part.toUpperCase() : part))));
  });
