import { Button, Loader } from '@mantine/core';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { grouped } from '../../../app/duration.ts';
import { useCall } from '../../../app/hooks.ts';
import { useAddress } from '../../../app/place.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/import.json';
import { useTell } from '../../../i18n/told.ts';
import { ErrorState, Facts, Inspector, InspectorPart, StatusMark } from '../../../ui/index.ts';
import type { Reject } from '../Rejects.tsx';
import { Marked } from '../Marked.tsx';
import { CellList } from './CellList.tsx';
import { edit, forget, type Draft } from './drafts.ts';
import { Finding } from './Finding.tsx';

type Props = {
  book: string;
  batch: number;
  file: string;
  reject: Reject;
  draft: Draft | undefined;
  /** False where the file has no cells that could be edited. */
  mendable: boolean;
  /** Counts up with each wish to go to the cells. */
  focus: number;
  onClose: () => void;
  onLeave: () => void;
};

/** One rejected row: what is wrong, its cells to be mended, what would become of it, and how it stands in the file. */
export function MendPanel({ book, batch, file, reject, draft, mendable, focus, onClose, onLeave }: Props) {
  const t = useWords<typeof words>('import');
  const tell = useTell();
  const { row, mendedBy } = reject;
  const told = useCall('import/rejectedRow', { batch, row }, { enabled: mendable });
  const cut = told.data;
  const loaded = cut !== undefined;
  useEffect(() => {
    // The cell that was rejected, else the first.
    if (focus > 0 && loaded) document.querySelector<HTMLInputElement>('.mend-cells [data-first=true]')?.focus();
  }, [focus, loaded, row]);
  const check = draft?.check ?? null;
  const columnAt = (name: string | null): number => (cut && name !== null ? cut.headers.indexOf(name) : -1);
  const wrong =
    check === null
      ? draft
        ? null
        : { column: cut?.column ?? -1, reason: tell.reason(reject) }
      : check.state === 'wrong'
        ? { column: columnAt(check.column), reason: tell.reason({ ...check, reason: check.reason ?? '' }) }
        : null;
  return (
    <Inspector
      title={t('rowTitle', { row: grouped(row) })}
      subtitle={file}
      onClose={onClose}
      footer={
        mendable && mendedBy === null ? (
          <div className="mend-foot">
            <Finding draft={draft} />
            <Button variant="default" disabled={!draft} onClick={() => forget(book, batch, [row])}>
              {t('mend.reset')}
            </Button>
          </div>
        ) : undefined
      }
    >
      <Facts
        items={[
          [t('column'), reject.column],
          [
            t('value'),
            reject.value === null ? (
              <span key="v" className="dim">
                {t('noValue')}
              </span>
            ) : (
              <mark key="v">{reject.value}</mark>
            ),
          ],
          [t('reason'), tell.reason(reject)],
          [t('code'), reject.code],
        ]}
      />
      {mendedBy !== null ? (
        <Mended by={mendedBy} headers={cut?.headers ?? []} before={cut?.cells ?? []} after={cut?.mended?.cells ?? []} />
      ) : (
        mendable && (
          <InspectorPart title={t('mend.title')}>
            {told.loading && <Loader size={14} aria-label={t('mend.loading')} />}
            {told.error && <ErrorState error={told.error} retry={told.retry} />}
            {cut && (
              <CellList
                headers={cut.headers}
                cells={draft?.cells ?? cut.cells}
                before={cut.cells}
                delimiter={cut.delimiter}
                wrong={wrong}
                onChange={(cells) => edit(book, batch, row, cells)}
                onLeave={onLeave}
              />
            )}
          </InspectorPart>
        )
      )}
      <InspectorPart title={t('original')}>
        <pre className="original" tabIndex={0}>
          <Marked reject={reject} />
        </pre>
      </InspectorPart>
    </Inspector>
  );
}

/** The changed cells of a row that is in the book as mended, before and after. */
function Mended({
  by,
  headers,
  before,
  after,
}: {
  by: number;
  headers: readonly string[];
  before: readonly string[];
  after: readonly string[];
}) {
  const t = useWords<typeof words>('import');
  const address = useAddress();
  const changed = Array.from({ length: Math.max(before.length, after.length) }, (_, at) => at).filter(
    (at) => (before[at] ?? '') !== (after[at] ?? ''),
  );
  return (
    <InspectorPart title={t('mend.mendedTitle')}>
      <p className="mend-finding">
        <StatusMark mark="pass" label={t('mend.mendedBy', { batch: by })} />{' '}
        <Link to={address('/import', { batch: String(by) })}>{t('mend.openBatch')}</Link>
      </p>
      <dl className="mend-changes">
        {changed.map((at) => (
          <div key={at}>
            <dt>{headers[at] || t('mend.columnNo', { n: at + 1 })}</dt>
            <dd>
              <del>{before[at] || t('noValue')}</del> <span aria-hidden="true">→</span> <ins>{after[at] || t('noValue')}</ins>
            </dd>
          </div>
        ))}
      </dl>
      <p className="dim mend-finding">{t('mend.undoHint')}</p>
    </InspectorPart>
  );
}
