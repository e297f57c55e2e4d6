import { Loader } from '@mantine/core';
import type { ReportLanguage } from '../../../domain/reports/list.ts';
import type { Output } from '../../../services/contract/index.ts';
import type { CallState } from '../../app/hooks.ts';
import { grouped } from '../../app/duration.ts';
import { useLanguage, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/reports.json';
import { Amount, Card, ErrorState, Facts } from '../../ui/index.ts';

type Shown = Output<'reports/preview'>;
type Table = Shown['tables'][number];

/** What the report would hold now: its facts, and each table with its first rows, as the file prints them. */
export function Preview({ state, language, onBack }: { state: CallState<Shown>; language: ReportLanguage; onBack: () => void }) {
  const own = useLanguage();
  const t = useWords<typeof words>('reports');
  const { data, error, retry } = state;
  return (
    <section className="report-preview" aria-label={t('preview')} aria-busy={state.refreshing || state.loading}>
      <button type="button" className="link" onClick={onBack}>
        ‹ {t('allReports')}
      </button>
      {error ? (
        <ErrorState error={error} retry={retry} />
      ) : !data ? (
        <div className="table-empty">
          <Loader size="sm" aria-label={t('preview')} />
        </div>
      ) : (
        // The paper is in the language that it will be written in, which need not be the one of the screen.
        <div
          className={state.refreshing ? 'report-paper stale' : 'report-paper'}
          lang={language === own || language === 'both' ? undefined : language}
        >
          <header>
            <h2>{data.title}</h2>
            <span className="report-range">{data.range}</span>
          </header>
          <Facts items={data.facts} />
          {data.tables.map((table) => (
            <TableHead key={table.id} table={table} />
          ))}
          {data.notes.map((note) => (
            <p key={note} className="dim report-note">
              {note}
            </p>
          ))}
        </div>
      )}
    </section>
  );
}

function TableHead({ table }: { table: Table }) {
  const t = useWords<typeof words>('reports');
  const more = table.rows - table.head.length;
  // A column that none of the first rows fills would only take room here.
  const shown = table.columns.flatMap((column, i) => (table.head.some((row) => row[i] !== null) ? [{ ...column, i }] : []));
  return (
    <Card title={table.title} aside={t('tableRows', { count: table.rows, rows: grouped(table.rows) })} flush>
      {table.rows === 0 ? (
        <p className="dim report-none">{t('noRows')}</p>
      ) : (
        <div className="report-scroll" tabIndex={0} role="group" aria-label={table.title}>
          <table className="plain">
            <thead>
              <tr>
                {shown.map(({ id, label, kind }) => (
                  <th key={id} scope="col" className={kind === 'amount' || kind === 'count' ? 'end' : ''}>
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.head.map((row, at) => (
                <tr key={at}>
                  {shown.map(({ id, kind, i }) => (
                    <td key={id} className={kind === 'amount' || kind === 'count' ? 'end' : ''}>
                      <CellText kind={kind} value={row[i] ?? null} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {more > 0 && table.head.length > 0 && <p className="dim report-none">{t('moreRows', { count: more, rows: grouped(more) })}</p>}
    </Card>
  );
}

function CellText({ kind, value }: { kind: Table['columns'][number]['kind']; value: string | number | null }) {
  if (value === null) return null;
  if (typeof value === 'number') return grouped(value);
  if (kind === 'amount') return <Amount value={value} plainZero showCurrency={false} />;
  return <span className="report-cell">{value}</span>;
}
