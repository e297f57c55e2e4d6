import type { ReportEntry } from '../../../services/contract/report-list.ts';
import { useLanguage, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/reports.json';
import { GROUPS, type Declared } from './report.ts';

/** Every declared report with what it is for; a click shows what it holds. */
export function ReportCards({ list, onChoose }: { list: readonly ReportEntry[]; onChoose: (report: Declared) => void }) {
  const t = useWords<typeof words>('reports');
  const zh = useLanguage() === 'zh-CN';
  const of = (text: { en: string; zh: string }): string => (zh ? text.zh : text.en);
  return (
    <div className="report-groups">
      {GROUPS.map(({ id, reports }) => (
        <section key={id} aria-label={t(`group.${id}`)}>
          <h2>{t(`group.${id}`)}</h2>
          <div className="report-cards">
            {reports.map((report) => {
              const entry = list.find((known) => known.id === report);
              if (!entry) return null;
              return (
                <button key={report} type="button" className="report-card" onClick={() => onChoose(report)}>
                  <span className="report-card-title">{of(entry.title)}</span>
                  <span className="report-card-text">{of(entry.purpose)}</span>
                </button>
              );
            })}
          </div>
        </section>
      ))}
    </div>
  );
}
