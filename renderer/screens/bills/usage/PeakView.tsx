import { useMemo } from 'react';
import { grouped } from '../../../app/duration.ts';
import { useLanguage, useWords } from '../../../i18n/index.ts';
import { useTell } from '../../../i18n/told.ts';
import type words from '../../../i18n/en/usage.json';
import { Card, Chart, KeyFigures, StatusMark } from '../../../ui/index.ts';
import '../../documents/documents.css';
import { BillBeside } from './BillBeside.tsx';
import { dayTable, sampleChart, type Peak } from './chart.ts';
import { Figure, Unit } from './Figure.tsx';
import { CutTable, DayTable } from './PeakTables.tsx';

/** Steps that are results, by their English label. */
const RESULTS: ReadonlySet<string> = new Set(['Charged bandwidth', 'Charge']);

/** A result: the figures, the picture, the bill's line, the arithmetic, and the samples that decide. */
export function PeakView({ peak, resource, onSamples }: { peak: Peak; resource: string | null; onSamples: (day?: string | null) => void }) {
  const t = useWords<typeof words>('usage');
  const { sentence } = useTell();
  const zh = useLanguage() === 'zh-CN';
  const { result, policy, steps, notices } = peak;
  const option = useMemo(
    () => sampleChart(peak, { samples: t('samples'), dailyPeaks: t('dailyPeaks'), chosen: t('chosen'), charged: t('chargedLine') }),
    [peak, zh], // eslint-disable-line react-hooks/exhaustive-deps
  );
  const [only] = result.chosen.length === 1 ? result.chosen : [];
  return (
    <>
      <div className="usage-figures">
        <KeyFigures
          figures={[
            { label: t('chargedLine'), text: <Figure value={result.value} />, note: <Unit unit={result.unit} /> },
            ...(result.minimum === null ? [] : [{ label: t('measured'), text: <Figure value={result.measured} />, note: 'Mbit/s' }]),
            { label: t('chosen'), text: only ? only.time.slice(0, 16).replace('T', ' ') : t('several', { count: result.chosen.length }) },
            {
              label: t('samples'),
              text: grouped(result.samples),
              note: result.missing > 0 ? t('missingCount', { count: result.missing, n: grouped(result.missing) }) : t('complete'),
            },
            { label: t('validDays'), text: `${result.validDays} / ${result.monthDays}` },
            ...(result.charge === null ? [] : [{ label: t('charge'), value: result.charge }]),
          ]}
        />
      </div>
      {notices.length > 0 && (
        <ul className="usage-notices" aria-label={t('notices')}>
          {notices.map(({ code, level, said }) => (
            <li key={code}>
              <StatusMark mark={level === 'warning' ? 'due' : 'explained'} label={sentence(said)} />
            </li>
          ))}
        </ul>
      )}
      <Chart
        label={t('chartLabel', { resource: resource ?? t('all'), period: result.period })}
        option={option}
        table={dayTable(result, [t('day'), t('samples'), t('dailyPeak'), t('at')])}
        height={300}
      />
      <div className="usage-grid">
        <div>
          <Card title={t('steps')}>
            <table className="steps" aria-label={t('steps')}>
              <tbody>
                {steps.map((step) => (
                  <tr key={step.label} className={RESULTS.has(step.label) ? 'result' : undefined}>
                    <th scope="row">{sentence(step.said.label)}</th>
                    <td className="formula">{sentence(step.said.formula)}</td>
                    <td className="value">
                      <Figure value={step.value} unit={step.unit} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p className="usage-rule">
              {t('rule', { title: zh ? policy.titleZh : policy.title, source: zh ? policy.sourceZh : policy.source })}
            </p>
          </Card>
          <BillBeside bill={peak.bill} result={result} />
        </div>
        {result.dropped !== null && <CutTable peak={peak} onSamples={onSamples} />}
        <DayTable result={result} onSamples={onSamples} />
      </div>
    </>
  );
}
