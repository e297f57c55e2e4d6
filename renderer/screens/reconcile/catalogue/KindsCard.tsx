import { useLanguage, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/reconcile.json';

interface Named {
  id: string;
  title: { en: string; zh: string };
  remedy: { en: string; zh: string };
}

/** What a difference can be called, folded away below the checks. */
export function KindsCard({ kinds }: { kinds: readonly Named[] }) {
  const t = useWords<typeof words>('reconcile');
  const zh = useLanguage() === 'zh-CN';
  return (
    <details className="kinds">
      <summary>{t('catalogue.kinds', { count: kinds.length })}</summary>
      <dl tabIndex={0} aria-label={t('catalogue.kinds', { count: kinds.length })}>
        {kinds.map(({ id, title, remedy }) => (
          <div key={id}>
            <dt>{zh ? title.zh : title.en}</dt>
            <dd className="dim">{zh ? remedy.zh : remedy.en}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
