import { Menu } from '@mantine/core';
import { notifyError } from '../../app/notify.tsx';
import { useJob } from '../../app/useJob.ts';
import { safeName, saveAs } from '../../host/files.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/common.json';
import type { ChartOption } from './option.ts';
import { pngOf, svgOf } from './picture.ts';

/** Saves a chart as a picture: SVG for print and editing, PNG for everything else. */
export function SaveMenu({ option, title, name }: { option: ChartOption; title: string; name: string }) {
  const t = useWords<typeof words>('common');
  const job = useJob('export/picture');
  const save = async (format: 'svg' | 'png'): Promise<void> => {
    const data = format === 'svg' ? svgOf(option, title) : await pngOf(option, title);
    const file = `${safeName(name)}.${format}`;
    const saved = await saveAs(file, (target) =>
      job.start(
        { title, format, data, target },
        { title: t('savingChart', { title }), describe: (w) => t('savedChart', { file: w.file }) },
      ),
    );
    if (!saved.ok && saved.error.code !== 'call.cancelled') notifyError(saved.error);
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <button type="button" className="chart-switch" disabled={job.busy} aria-label={t('saveChartOf', { title })}>
          {t('saveChart')}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void save('png')}>{t('asPng')}</Menu.Item>
        <Menu.Item onClick={() => void save('svg')}>{t('asSvg')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
