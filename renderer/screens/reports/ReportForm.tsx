import { Button, Checkbox, Radio, Select } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { AppError } from '../../../domain/result.ts';
import type { BookInfo } from '../../../services/contract/book.ts';
import { useActions } from '../../actions/registry.ts';
import { grouped } from '../../app/duration.ts';
import { usePeriod } from '../../app/place.ts';
import { useJob } from '../../app/useJob.ts';
import { saveAs } from '../../host/files.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/reports.json';
import { ErrorState } from '../../ui/index.ts';
import { Contents } from './Contents.tsx';
import { FORMATS, reportName, type Format } from './report.ts';

/** Picks period, kind of file and language; writes the file where the user wants it. */
export function ReportForm({ book, periods }: { book: BookInfo; periods: readonly string[] }) {
  const t = useWords<typeof words>('reports');
  const { period: global, setPeriod } = usePeriod();
  const job = useJob('export/report');
  const [format, setFormat] = useState<Format>('xlsx');
  const [language, setLanguage] = useState(book.language);
  const [bom, setBom] = useState(true);
  const [error, setError] = useState<AppError | null>(null);
  const period = global ?? periods[0] ?? '';
  const choices = periods.includes(period) ? periods : [period, ...periods];
  const write = async (): Promise<void> => {
    setError(null);
    const name = reportName(book.name, period, format);
    const result = await saveAs(name, (target) =>
      job.start(
        { period, format, language, bom, target },
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
      <Radio.Group label={t('format')} value={format} onChange={(value) => setFormat(FORMATS.find((f) => f === value) ?? 'xlsx')}>
        <div className="format-cards">
          {FORMATS.map((kind) => (
            <Radio.Card key={kind} value={kind} className="format-card" aria-label={t(`kind.${kind}.name`)}>
              <Radio.Indicator size="xs" />
              <div>
                <span className="format-name">{t(`kind.${kind}.name`)}</span>
                <span className="format-text">{t(`kind.${kind}.text`)}</span>
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
      <Contents period={period} format={format} />
      {error && <ErrorState error={error} />}
      <Button type="submit" loading={job.busy} leftSection={<IconDownload size={14} />}>
        {t('export')}
      </Button>
    </form>
  );
}
