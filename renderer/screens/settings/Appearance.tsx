import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { applyDensity, density, type Density } from '../../app/appearance.ts';
import { setLanguage, useLanguage, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/settings.json';
import { Card } from '../../ui/index.ts';

/** Language, theme and row height of this window. */
export function Appearance() {
  const t = useWords<typeof words>('settings');
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [rows, setRows] = useState<Density>(density);
  return (
    <Card title={t('tabs.appearance')}>
      <div className="choices">
        <Choice label={t('language')}>
          <SegmentedControl
            aria-label={t('language')}
            value={language}
            onChange={(value) => setLanguage(value === 'zh-CN' ? 'zh-CN' : 'en')}
            data={[
              { value: 'en', label: 'English' },
              { value: 'zh-CN', label: '简体中文' },
            ]}
          />
        </Choice>
        <Choice label={t('theme')}>
          <SegmentedControl
            aria-label={t('theme')}
            value={colorScheme}
            onChange={(value) => setColorScheme(value === 'dark' ? 'dark' : value === 'light' ? 'light' : 'auto')}
            data={[
              { value: 'auto', label: t('themeSystem') },
              { value: 'light', label: t('themeLight') },
              { value: 'dark', label: t('themeDark') },
            ]}
          />
        </Choice>
        <Choice label={t('rows')}>
          <SegmentedControl
            aria-label={t('rows')}
            value={rows}
            onChange={(value) => {
              const next = value === 'comfortable' ? 'comfortable' : 'compact';
              setRows(next);
              applyDensity(next);
            }}
            data={[
              { value: 'compact', label: t('compact') },
              { value: 'comfortable', label: t('comfortable') },
            ]}
          />
        </Choice>
      </div>
    </Card>
  );
}

const Choice = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="choice">
    <span>{label}</span>
    {children}
  </div>
);
