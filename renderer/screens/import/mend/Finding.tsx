import { Loader } from '@mantine/core';
import { isMeasure } from '../../../../domain/formats/fields.ts';
import type { MendCheck } from '../../../../services/contract/imports.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/import.json';
import { useTell } from '../../../i18n/told.ts';
import { ErrorState, StatusMark, type Mark } from '../../../ui/index.ts';
import { useBillWords } from '../../bills/words.ts';
import type { Draft } from './drafts.ts';

export const MARKS: Record<MendCheck['state'], Mark> = {
  new: 'pass',
  wrong: 'fail',
  here: 'explained',
  older: 'explained',
  ignored: 'missing',
};
/** Fields that tell a line at a glance, before its figures. */
const TELLING = ['period', 'date', 'product', 'currency'];

/** What would become of the row as it stands now; said again whenever that changes. */
export function Finding({ draft }: { draft: Draft | undefined }) {
  const t = useWords<typeof words>('import');
  const tell = useTell();
  const check = draft?.check ?? null;
  return (
    <div className="mend-finding" role="status">
      {!draft ? (
        <span className="dim">{t('mend.hint')}</span>
      ) : draft.error ? (
        <ErrorState error={draft.error} />
      ) : check === null ? (
        <span className="dim">
          <Loader size={12} /> {t('mend.checking')}
        </span>
      ) : (
        <>
          <StatusMark mark={MARKS[check.state]} label={t(`mend.state.${check.state}`)} />
          {check.state === 'wrong' && (
            <p>
              {check.column === null ? '' : `${check.column}: `}
              {tell.reason({ ...check, reason: check.reason ?? '' })}
            </p>
          )}
          {check.state === 'here' && <p>{t('mend.here', { batch: check.batch ?? 0, row: check.inRow ?? 0 })}</p>}
          {check.state === 'older' && <p>{t('mend.older', { batch: check.batch ?? 0 })}</p>}
          {check.state === 'ignored' && <p>{t('mend.ignored')}</p>}
          {check.fields && <Fields fields={check.fields} />}
        </>
      )}
    </div>
  );
}

function Fields({ fields }: { fields: NonNullable<MendCheck['fields']> }) {
  const { column } = useBillWords();
  const shown = Object.entries(fields).filter(([name, value]) => value && (TELLING.includes(name) || (isMeasure(name) && value !== '0')));
  return (
    <dl className="fields">
      {(shown.length > 0 ? shown : Object.entries(fields).filter(([, value]) => value)).map(([name, value]) => (
        <div key={name}>
          <dt>{column(name)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
