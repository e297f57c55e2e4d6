import { Menu } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useActions } from '../actions/registry.ts';
import { useWords } from '../i18n/index.ts';
import type words from '../i18n/en/frame.json';
import { PeriodLock } from './PeriodLock.tsx';
import { usePeriod } from './place.ts';

/** The billing period of the whole window: one month back or forward, or one of the book's. Keys [ and ]. */
export function PeriodStepper({ periods }: { periods: readonly string[] }) {
  const t = useWords<typeof words>('frame');
  const { period, setPeriod, step } = usePeriod();
  useActions([
    {
      id: 'view.previousPeriod',
      title: t('previousPeriod'),
      group: 'view',
      shortcut: '[',
      predicate: () => period !== null,
      perform: () => step(-1),
    },
    {
      id: 'view.nextPeriod',
      title: t('nextPeriod'),
      group: 'view',
      shortcut: ']',
      predicate: () => period !== null,
      perform: () => step(1),
    },
  ]);
  if (period === null) return null;
  return (
    <div className="row-actions" role="group" aria-label={t('period')} style={{ gap: 0 }}>
      <button
        type="button"
        className="top-button top-step"
        aria-label={t('previousPeriod')}
        title={`${t('previousPeriod')}  [`}
        onClick={() => step(-1)}
      >
        <IconChevronLeft size={16} stroke={1.5} aria-hidden="true" />
      </button>
      <Menu position="bottom">
        <Menu.Target>
          <button type="button" className="top-button" aria-label={t('periodIs', { period })}>
            {period}
          </button>
        </Menu.Target>
        <Menu.Dropdown mah={360} style={{ overflow: 'auto' }}>
          <Menu.Label>{t('periodsOfBook')}</Menu.Label>
          {periods
            .toSorted()
            .reverse()
            .map((p) => (
              <Menu.Item key={p} fw={p === period ? 600 : 400} onClick={() => setPeriod(p)}>
                {p}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
      <button
        type="button"
        className="top-button top-step"
        aria-label={t('nextPeriod')}
        title={`${t('nextPeriod')}  ]`}
        onClick={() => step(1)}
      >
        <IconChevronRight size={16} stroke={1.5} aria-hidden="true" />
      </button>
      <PeriodLock period={period} />
    </div>
  );
}
