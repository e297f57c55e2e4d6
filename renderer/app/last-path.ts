const KEY = 'tallybook-path';

/** The screen that was open last, or null. */
export const lastPath = (): string | null => window.localStorage.getItem(KEY);
export const rememberPath = (path: string): void => window.localStorage.setItem(KEY, path);
