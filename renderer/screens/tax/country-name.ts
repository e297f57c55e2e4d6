import { useMemo } from 'react';
import { useLanguage } from '../../i18n/index.ts';

/** Name of a country with its code, in the language of the interface. */
export function useCountryName(): (iso: string) => string {
  const language = useLanguage();
  return useMemo(() => {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    return (iso) => {
      const name = names.of(iso);
      return name ? `${name} (${iso})` : iso;
    };
  }, [language]);
}
