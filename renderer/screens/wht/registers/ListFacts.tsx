import type { LayoutCertainty } from '../../../../domain/wht/returns/layout.ts';
import type { Output } from '../../../../services/contract/index.ts';
import type { useTell } from '../../../i18n/told.ts';
import { Amount, StatusMark } from '../../../ui/index.ts';
import { useRegisterWords } from './useRegisterWords.ts';
import '../wht.css';

/** What a list holds, how sure its columns are, and what its certificates lack. */
export function ListFacts({
  data,
  certainty,
  tell,
}: {
  data: Output<'wht/listed'>;
  certainty: LayoutCertainty;
  tell: ReturnType<typeof useTell>;
}) {
  const { t } = useRegisterWords();
  return (
    <>
      <p className="dialog-text">
        {data.rows === 0 && data.lacks.length === 0 ? (
          t('nothingListed')
        ) : (
          <>
            {t('listed', { count: data.rows })} · {t('column.base')} <Amount value={data.base} currency={data.currency} showCurrency /> ·{' '}
            {t('column.tax')} <Amount value={data.tax} currency={data.currency} showCurrency />
          </>
        )}
      </p>
      {data.leftOut > 0 && <p className="dialog-text dim">{t('leftOut', { count: data.leftOut })}</p>}
      <p className="dialog-text dim">{t(`certainty.${certainty}`)}</p>
      {data.lacks.length > 0 && (
        <ul className="list-lacks" aria-label={t('lacks')}>
          {data.lacks.map((lack) => (
            <li key={`${lack.number} ${lack.message}`}>
              <StatusMark mark="due" label={tell.sentence(lack.said)} />
              <span className="dim">{tell.sentence(lack.remedySaid)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
