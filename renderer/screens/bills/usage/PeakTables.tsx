import { compare } from '../../../../domain/money/amount.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/usage.json';
import { Amount, Card, StatusMark, widestFraction } from '../../../ui/index.ts';
import { aroundCut, type Peak } from './chart.ts';

const BESIDE = 8;

/** The ranked samples around the cut: the last that were left out, the chosen one, and the next. */
export function CutTable({ peak, onSamples }: { peak: Peak; onSamples: () => void }) {
  const t = useWords<typeof words>('usage');
  const rows = aroundCut(peak, BESIDE, compare);
  const places = widestFraction(rows.map((row) => row.value));
  return (
    <Card
      title={t('cut', { dropped: peak.result.dropped ?? 0 })}
      aside={
        <button type="button" className="link" onClick={() => onSamples()}>
          {t('allSamples')}
        </button>
      }
    >
      <table className="plain usage-table" aria-label={t('cut', { dropped: peak.result.dropped ?? 0 })}>
        <thead>
          <tr>
            <th scope="col" className="end">
              {t('rank')}
            </th>
            <th scope="col">{t('time')}</th>
            <th scope="col" className="end">
              Mbit/s
            </th>
            <th scope="col">{t('state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ rank, time, value, state }) => (
            <tr key={rank} className={`usage-${state}`}>
              <td className="end">{rank}</td>
              <td>{time.slice(0, 16).replace('T', ' ')}</td>
              <td className="end">
                <Amount value={value} column={places} plainZero />
              </td>
              <td>{state === 'chosen' ? <StatusMark mark="pass" label={t('state_chosen')} /> : t(`state_${state}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

/** The peak of each day, and whether it is part of the result. */
export function DayTable({ result, onSamples }: { result: Peak['result']; onSamples: (day: string) => void }) {
  const t = useWords<typeof words>('usage');
  const places = widestFraction(result.days.map((day) => day.peak));
  const ranksDays = result.dropped === null;
  // Where every day counts, none stands out.
  const some = ranksDays && result.days.some((day) => !day.counts);
  return (
    <Card title={t('dailyPeaks')}>
      <table className="plain usage-table" aria-label={t('dailyPeaks')}>
        <thead>
          <tr>
            <th scope="col">{t('day')}</th>
            <th scope="col" className="end">
              {t('samples')}
            </th>
            <th scope="col" className="end">
              {t('missingColumn')}
            </th>
            <th scope="col" className="end">
              {t('dailyPeak')}
            </th>
            <th scope="col">{t('at')}</th>
            <th scope="col">{t('state')}</th>
          </tr>
        </thead>
        <tbody>
          {result.days.map((day) => (
            <tr key={day.day} className={some && day.counts ? 'usage-chosen' : undefined}>
              <td>
                <button type="button" className="link" onClick={() => onSamples(day.day)}>
                  {day.day}
                </button>
              </td>
              <td className="end">{day.samples}</td>
              <td className="end">{day.missing === 0 ? '–' : day.missing}</td>
              <td className="end">
                <Amount value={day.peak} column={places} plainZero />
              </td>
              <td>{day.time.slice(11, 16)}</td>
              <td>
                {!day.valid ? (
                  t('state_silent')
                ) : ranksDays && day.counts ? (
                  <StatusMark mark="pass" label={t('state_counts')} />
                ) : ranksDays ? (
                  t('state_notTop')
                ) : (
                  t('state_valid')
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
