import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useActions } from '../../../actions/registry.ts';
import { grouped } from '../../../app/duration.ts';
import { notifyError } from '../../../app/notify.tsx';
import { useJob } from '../../../app/useJob.ts';
import { saveAs } from '../../../host/files.ts';
import { useLanguage } from '../../../i18n/index.ts';
import type { Input } from '../../../../services/contract/index.ts';
import { useStatementWords } from './words.ts';

type Name = 'export/invoice-register' | 'export/tax-register' | 'export/statement' | 'export/ageing' | 'export/whtRegister';
const FORMATS = ['xlsx', 'pdf', 'csv'] as const;
type Format = (typeof FORMATS)[number];
type Tongue = 'en' | 'zh-CN' | 'bilingual';

/** Writes what the view shows, as XLSX, PDF or CSV, in one language or both. `file`: name without ending. */
export function ExportMenu<N extends Name>({
  name,
  input,
  what,
  file,
  disabled = false,
}: {
  name: N;
  input: Omit<Input<N>, 'format' | 'language' | 'bilingual' | 'target' | 'bom'>;
  what: string;
  file: string;
  disabled?: boolean;
}) {
  const { t } = useStatementWords();
  const language = useLanguage();
  const job = useJob(name);
  const write = async (format: Format, tongue: Tongue): Promise<void> => {
    const target = `${file}.${format}`;
    const result = await saveAs(target, (token) =>
      job.start({ ...input, format, target: token, ...(tongue === 'bilingual' ? { bilingual: true } : { language: tongue }) } as Input<N>, {
        title: t('exporting', { name: target }),
        describe: (w) => t('exported', { count: w.rows, n: grouped(w.rows), file: w.file }),
      }),
    );
    if (!result.ok && result.error.code !== 'call.cancelled') notifyError(result.error);
  };
  useActions(
    FORMATS.map((format) => ({
      id: `${name}.${format}`,
      title: t('exportAs', { what, format: format.toUpperCase() }),
      group: 'record' as const,
      predicate: () => !disabled && !job.busy,
      perform: () => void write(format, language),
    })),
  );
  const tongues: readonly Tongue[] = language === 'zh-CN' ? ['zh-CN', 'en', 'bilingual'] : ['en', 'zh-CN', 'bilingual'];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" disabled={disabled} loading={job.busy} rightSection={<IconChevronDown size={14} stroke={1.5} />}>
          {t('export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {tongues.map((tongue) => (
          <div key={tongue} role="group" aria-label={t(`languages.${tongue}`)}>
            <Menu.Label>{t(`languages.${tongue}`)}</Menu.Label>
            {FORMATS.map((format) => (
              <Menu.Item key={format} onClick={() => void write(format, tongue)}>
                {format.toUpperCase()}
              </Menu.Item>
            ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
