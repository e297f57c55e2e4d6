import type { Output } from '../../../../services/contract/index.ts';
import { grouped } from '../../../app/duration.ts';
import { useLanguage, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/letter.json';
import { Amount } from '../../../ui/index.ts';
import './letter.css';

type Item = Output<'discrepancies/letter'>['items'][number];

/** What the letter is about: each difference with whose figure is whose, and how many lines go with it. */
export function LetterItems({ items }: { items: readonly Item[] }) {
  const t = useWords<typeof words>('letter');
  const zh = useLanguage() === 'zh-CN';
  const of = (text: { en: string; zh: string }): string => (zh ? text.zh : text.en);
  return (
    <div className="letter-items" tabIndex={0} role="region" aria-label={t('about')}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('what')}</th>
            <th scope="col" className="end">
              {t('theirs')}
            </th>
            <th scope="col" className="end">
              {t('ours')}
            </th>
            <th scope="col" className="end">
              {t('difference')}
            </th>
            <th scope="col" className="end">
              {t('lines')}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.no}>
              <td>
                {of(item.title)}
                {of(item.finding) !== '' && <p className="dim letter-finding">{of(item.finding)}</p>}
              </td>
              <td className="end">{item.theirs && <Amount value={item.theirs.value} currency={item.currency} plainZero />}</td>
              <td className="end">{item.ours && <Amount value={item.ours.value} currency={item.currency} plainZero />}</td>
              <td className="end">
                <Amount value={item.difference} currency={item.currency} plainZero showCurrency />
              </td>
              <td className="end">
                {item.lineCount > item.lines ? `${grouped(item.lines)} / ${grouped(item.lineCount)}` : grouped(item.lines)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
