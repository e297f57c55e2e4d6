import { Button, Checkbox, Radio, Select } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { AppError } from '../../../domain/result.ts';
import type { BookInfo } from '../../../services/contract/book.ts';
import type { ReportLanguage } from '../../../domain/reports/list.ts';
import type { ReportEntry } from '../../../services/contract/report-list.ts';
import { useActions } from '../../actions/registry.ts';
import { grouped } from '../../app/duration.ts';
import { usePeriod } from '../../app/place.ts';
import { saveAs } from '../../host/files.ts';
import { useLanguage, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/reports.json';
import { ErrorState } from '../../ui/index.ts';
import { Contents } from './Contents.tsx';
import { Parameters, type Chosen } from './Parameters.tsx';
import { BILLS, documentAt, formatsOf, GROUPS, isDeclared, parametersOf, reportName, type Document, type Format } from './report.ts';
import { useWrite } from './useWrite.ts';

interface Props {
  book: BookInfo;
  periods: readonly string[];
  list: readonly ReportEntry[];
  document: Document;
  onDocument: (document: Document) => void;
  language: ReportLanguage;
  onLanguage: (language: ReportLanguage) => void;
  chosen: Chosen;
  onChosen: (part: Partial<Chosen>) => void;
}

const LANGUAGES = { en: 'English', 'zh-CN': '简体中文', both: 'English · 简体中文' } as const satisfies Record<ReportLanguage, string>;

/** Picks report, period, what it can be asked for, kind of file and language; writes the file where the user wants it. */
export function ReportForm({ book, periods, list, document, onDocument, language: asked, onLanguage, chosen, onChosen }: Props) {
  const t = useWords<typeof words>('reports');
  const zh = useLanguage() === 'zh-CN';
  const { period: global, setPeriod } = usePeriod();
  const job = useWrite();
  const [wanted, setFormat] = useState<Format>('xlsx');
  const formats = formatsOf(document);
  const format = formats.includes(wanted) ? wanted : 'xlsx';
  const [bom, setBom] = useState(true);
  const [error, setError] = useState<AppError | null>(null);
  const period = global ?? periods[0] ?? '';
  const choices = periods.includes(period) ? periods : [period, ...periods];
  const declared = isDeclared(document);
  const language = declared || asked !== 'both' ? asked : book.language;
  const parameters = parametersOf(document, list);
  const titleOf = (id: string): string => {
    const title = list.find((entry) => entry.id === id)?.title;
    return title ? (zh ? title.zh : title.en) : id;
  };
  const explained = (kind: Format): string => {
    if (declared) return t(`reportKind.${kind}`);
    if (document === 'summary') return t(`summaryFigures.${kind}`);
    return document === 'report' || kind === 'pdf' ? t(`kind.${kind}.text`) : t(`linesFigures.${kind}`);
  };
  const write = async (): Promise<void> => {
    setError(null);
    const name = reportName(book.name, period, format, document);
    // Only what this report can be asked for: a day that another one took would be a surprise here.
    const own: Chosen = {
      vendor: parameters.includes('vendor') ? chosen.vendor : null,
      first: parameters.includes('days') ? chosen.first : null,
      last: parameters.includes('days') ? chosen.last : null,
      asOf: parameters.includes('asOf') ? chosen.asOf : null,
    };
    const result = await saveAs(name, (target) =>
      job.write(
        { document, period, format, language, chosen: own, bom, target },
        { title: t('job', { name }), describe: (w) => t('written', { rows: grouped(w.rows), file: name }) },
      ),
    );
    if (!result.ok && result.error.code !== 'call.cancelled') setError(result.error);
  };
  useActions([
    {
      id: 'reports.export',
      title: t('export'),
      group: 'record',
      shortcut: 'mod+s',
      inFields: true,
      predicate: () => !job.busy && period !== '',
      perform: () => void write(),
    },
  ]);
  return (
    <form
      className="report-form"
      aria-label={t('form')}
      onSubmit={(event) => {
        event.preventDefault();
        void write();
      }}
    >
      <Select label={t('period')} allowDeselect={false} value={period} data={choices} onChange={(value) => value && setPeriod(value)} />
      <Select
        label={t('document')}
        allowDeselect={false}
        value={document}
        maxDropdownHeight={420}
        data={[
          { group: t('group.bill'), items: BILLS.map((value) => ({ value, label: t(`doc.${value}`) })) },
          ...GROUPS.map(({ id, reports }) => ({
            group: t(`group.${id}`),
            items: reports.map((value) => ({ value, label: titleOf(value) })),
          })),
        ]}
        onChange={(value) => onDocument(documentAt(value))}
      />
      <Parameters parameters={parameters} chosen={chosen} onChange={onChosen} />
      <Radio.Group label={t('format')} value={format} onChange={(value) => setFormat(formats.find((f) => f === value) ?? 'xlsx')}>
        <div className="format-cards">
          {formats.map((kind) => (
            <Radio.Card key={kind} value={kind} className="format-card" aria-label={t(`kind.${kind}.name`)}>
              <Radio.Indicator size="xs" />
              <div>
                <span className="format-name">{t(`kind.${kind}.name`)}</span>
                <span className="format-text">{explained(kind)}</span>
              </div>
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
      <Select
        label={t('language')}
        allowDeselect={false}
        value={language}
        data={(declared ? (['en', 'zh-CN', 'both'] as const) : (['en', 'zh-CN'] as const)).map((value) => ({
          value,
          label: LANGUAGES[value],
        }))}
        onChange={(value) => onLanguage(value === 'zh-CN' || value === 'both' ? value : 'en')}
      />
      {format === 'csv' && (
        <Checkbox label={t('bom')} description={t('bomHint')} checked={bom} onChange={(event) => setBom(event.currentTarget.checked)} />
      )}
      {document === 'report' && <Contents period={period} format={format} />}
      {error && <ErrorState error={error} />}
      <Button type="submit" loading={job.busy} leftSection={<IconDownload size={14} />}>
        {t('export')}
      </Button>
    </form>
  );
}
