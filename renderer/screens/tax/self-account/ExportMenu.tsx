import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { notifyError } from '../../../app/notify.tsx';
import { useJob } from '../../../app/useJob.ts';
import { saveAs, safeName } from '../../../host/files.ts';
import { useLanguage, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/selfAccount.json';
import type { Range } from './range.ts';

const FORMATS = ['xlsx', 'pdf', 'csv'] as const;

/** Writes the worksheet that is shown, in the language of the interface or in both. */
export function ExportMenu({ range, country, disabled }: { range: Range; country: string | null; disabled: boolean }) {
  const t = useWords<typeof words>('selfAccount');
  const language = useLanguage();
  const job = useJob('export/self-account');
  const run = async (format: (typeof FORMATS)[number], bilingual: boolean): Promise<void> => {
    const name = `${safeName(`${t('fileName')}-${country ? `${country}-` : ''}${range.from}-${range.to}`)}.${format}`;
    const result = await saveAs(name, (target) =>
      job.start(
        { ...range, country, format, bilingual, language, target },
        { title: t('export'), describe: (written) => t('exported', { count: written.rows, file: name }) },
      ),
    );
    if (!result.ok && result.error.code !== 'call.cancelled') notifyError(result.error);
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={14} />} loading={job.busy} disabled={disabled}>
          {t('export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map((format) => (
          <Menu.Item key={format} onClick={() => void run(format, false)}>
            {format.toUpperCase()}
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => void run('pdf', true)}>{t('bilingual')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
