import { useLanguage, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/calendars.json';
import type { ShownDay } from './days.ts';

/** The day's own name in the language of the interface; empty where it has none. */
export const nameIn = (name: ShownDay['name'], zh: boolean): string =>
  name === null ? '' : typeof name === 'string' ? name : zh ? name.zh : name.en;

/** `Holiday, National Day, entered here`. */
export function useDayLabel(): (day: ShownDay) => string {
  const t = useWords<typeof words>('calendars');
  const zh = useLanguage() === 'zh-CN';
  return ({ kind, name, by }) =>
    [t(`kind.${kind}`), nameIn(name, zh), by === 'user' ? t('edited') : ''].filter((part) => part !== '').join(zh ? '，' : ', ');
}
