import { Button, Checkbox, Radio, Select } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { AppError } from '../../../domain/result.ts';
import type { BookInfo } from '../../../services/contract/book.ts';
import { useActions } from '../../actions/registry.ts';
import { grouped } from '../../app/duration.ts';
import { usePeriod } from '../../app/place.ts';
import { saveAs } from '../../host/files.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/reports.json';
import { ErrorState } from '../../ui/index.ts';
import { Contents } from './Contents.tsx';
import { DOCUMENTS, formatsOf, reportName, type Document, type Format } from './report.ts';
import { useWrite } from './useWrite.ts';

/** Picks document, period, kind of file and language; writes the file where the user wants it. */
export function ReportForm({ book, periods }: { book: BookInfo; periods: readonly string[] }) {
  const t = useWords<typeof words>('reports');
  const { period: global, setPeriod } = usePeriod();
  const job = useWrite();
  const [document, setDocument] = useState<Document>('report');
  const [wanted, setFormat] = useState<Format>('xlsx');
  const formats = formatsOf(document);
  const format = formats.includes(wanted) ? wanted : 'xlsx';
  const [language, setLanguage] = useState(book.language);
  const [bom, setBom] = useState(true);
  const [error, setError] = useState<AppError | null>(null);
  const period = global ?? periods[0] ?? '';
  const choices = periods.includes(period) ? periods : [period, ...periods];
  const explained = (kind: Format): string => {
    if (document === 'summary') return t(`summaryFigures.${kind}`);
    return document === 'report' || kind === 'pdf' ? t(`kind.${kind}.text`) : t(`linesFigures.${kind}`);
  };
  const write = async (): Promise<void> => {
    setError(null);
    const name = reportName(book.name, period, format, document);
    const result = await saveAs(name, (target) =>
      job.write(
        { document, period, format, language, bom, target },
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
        data={DOCUMENTS.map((value) => ({ value, label: t(`doc.${value}`) }))}
        onChange={(value) => setDocument(DOCUMENTS.find((d) => d === value) ?? 'report')}
      />
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
        data={[
          { value: 'en', label: 'English' },
          { value: 'zh-CN', label: '简体中文' },
        ]}
        onChange={(value) => setLanguage(value === 'zh-CN' ? 'zh-CN' : 'en')}
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
