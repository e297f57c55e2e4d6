import { describe, expect, it } from 'vitest';
import { createSequencer, pressText, SEQUENCE_MS, shortcutLabels, type Press } from './keys.ts';

const press = (key: string, part: Partial<Press> = {}): Press => ({ key, mod: false, alt: false, shift: false, ...part });
const KEYS = new Set(['j', '/', '?', 'space', 'mod+k', 'g o', 'g b', '[']);

describe('pressText', () => {
  it.each([
    [press('k', { mod: true }), 'mod+k'],
    [press('?', { shift: true }), '?'],
    [press(' '), 'space'],
    [press('Enter'), 'enter'],
    [press('Enter', { shift: true }), 'shift+enter'],
    [press('J', { shift: true }), 'j'],
  ])('%j', (given, text) => expect(pressText(given)).toBe(text));
});

describe('createSequencer', () => {
  it('matches single keys at once', () => {
    const s = createSequencer(() => 0);
    expect(s.feed(press('j'), KEYS)).toBe('j');
    expect(s.feed(press('q'), KEYS)).toBeNull();
  });
  it('waits for the second key of a sequence', () => {
    const s = createSequencer(() => 0);
    expect(s.feed(press('g'), KEYS)).toBe('pending');
    expect(s.feed(press('b'), KEYS)).toBe('g b');
    expect(s.feed(press('b'), KEYS)).toBeNull();
  });
  it('forgets the first key after a while', () => {
    let now = 0;
    const s = createSequencer(() => now);
    s.feed(press('g'), KEYS);
    now = SEQUENCE_MS + 1;
    expect(s.feed(press('o'), KEYS)).toBeNull();
  });
  it('tries a second key that leads nowhere as a first', () => {
    const s = createSequencer(() => 0);
    s.feed(press('g'), KEYS);
    expect(s.feed(press('j'), KEYS)).toBe('j');
    s.feed(press('g'), KEYS);
    expect(s.feed(press('g'), KEYS)).toBe('pending');
    expect(s.feed(press('o'), KEYS)).toBe('g o');
  });
  it('does not take ctrl+g for g', () => {
    const s = createSequencer(() => 0);
    expect(s.feed(press('g', { mod: true }), KEYS)).toBeNull();
    expect(s.feed(press('b'), KEYS)).toBeNull();
  });
});

describe('shortcutLabels', () => {
  it('names keys as they are printed', () => {
    expect(shortcutLabels('mod+k')).toEqual([['Ctrl', 'K']]);
    expect(shortcutLabels('mod+k', true)).toEqual([['⌘', 'K']]);
    expect(shortcutLabels('g o')).toEqual([['g'], ['o']]);
    expect(shortcutLabels('escape')).toEqual([['Esc']]);
  });
});
