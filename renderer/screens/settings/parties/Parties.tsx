import { SegmentedControl } from '@mantine/core';
import { useParam } from '../../../app/place.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/parties.json';
import { PartyList } from './PartyList.tsx';
import { SeriesList } from './SeriesList.tsx';
import './parties.css';

const PARTS = ['parties', 'series'] as const;

/** Who stands on documents, and how documents are numbered. */
export function Parties() {
  const t = useWords<typeof words>('parties');
  const [param, setParam] = useParam('show');
  const part = PARTS.find((name) => name === param) ?? 'parties';
  const choice = (
    <SegmentedControl
      size="xs"
      aria-label={t('show.label')}
      value={part}
      onChange={(value) => setParam(value === 'parties' ? null : value)}
      data={PARTS.map((value) => ({ value, label: t(`show.${value}`) }))}
    />
  );
  return part === 'series' ? <SeriesList choice={choice} /> : <PartyList choice={choice} />;
}
