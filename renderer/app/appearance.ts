/** Where Mantine keeps the colour scheme. */
export const SCHEME_KEY = 'tallybook-scheme';
const DENSITY_KEY = 'tallybook-density';
export type Density = 'compact' | 'comfortable';

/** Sets the scheme on the page before the first paint, so that dark starts dark. */
export function applyScheme(): void {
  const saved = window.localStorage.getItem(SCHEME_KEY);
  const dark = saved === 'dark' || (saved !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
}

export const density = (): Density => (window.localStorage.getItem(DENSITY_KEY) === 'comfortable' ? 'comfortable' : 'compact');

/** Row height of tables: 30 or 38 pixels. */
export function applyDensity(next: Density = density()): void {
  window.localStorage.setItem(DENSITY_KEY, next);
  document.documentElement.dataset['density'] = next;
}
