import { Loader } from '@mantine/core';
import { PEAK_METHODS } from '../../../../domain/usage/methods.ts';
import type { Output } from '../../../../services/contract/index.ts';
import { useCall } from '../../../app/hooks.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/usage.json';
import { ErrorState } from '../../../ui/index.ts';
import { methodOfSpec, writeSeries, type UsagePlace } from './place.ts';
import { PeakView } from './PeakView.tsx';
import { Terms } from './Terms.tsx';
import type { ChangePlace } from './Usage.tsx';

export type Series = Output<'usage/series'>['series'];

/** The bandwidth that one resource is charged by in the month: what is chosen at the top, the result below. */
export function Charged({ period, series, place, change }: { period: string; series: Series; place: UsagePlace; change: ChangePlace }) {
  const t = useWords<typeof words>('usage');
  const wanted = place.series && writeSeries(place.series);
  const whole = place.series?.resource === null ? place.series : null;
  const chosen = series.find((one) => writeSeries(one) === wanted) ?? (whole ? null : series[0]!);
  const { vendor, spec, region, resource } = chosen ?? whole ?? series[0]!;
  const key = { vendor, spec, region, resource };
  const directions = chosen?.directions ?? [];
  const method = place.method ?? methodOfSpec(spec);
  const { minimum } = PEAK_METHODS[method];
  const direction = place.direction !== null && directions.includes(place.direction) ? place.direction : null;
  const committed = minimum === null ? null : place.committed;
  // The method cannot be computed before the bandwidth is given: say so beside the field instead of failing.
  const lacking = minimum !== null && minimum.needed && committed === null;
  const peak = useCall(
    'usage/peak',
    {
      series: key,
      period,
      method,
      direction,
      committed,
      minimumPercent: minimum === null ? null : place.percent,
      price: place.price,
      missing: place.zero ? 'zero' : 'left-out',
      base: place.base1024 ? '1024' : '1000',
    },
    { keep: true, enabled: !lacking },
  );
  return (
    <>
      <Terms
        series={series}
        current={key}
        directions={directions}
        method={method}
        place={{ ...place, direction, committed }}
        change={change}
        refreshing={peak.refreshing}
      />
      <div className="page-scroll">
        {lacking && <p className="usage-lacking">{t('needsCommitted')}</p>}
        {peak.error && !lacking && <ErrorState error={peak.error} retry={peak.retry} />}
        {peak.loading && !lacking && (
          <div className="page-wait">
            <Loader size="sm" aria-label={t('loading')} />
          </div>
        )}
        {peak.data && !peak.error && !lacking && (
          <PeakView peak={peak.data} resource={resource} onSamples={(day = null) => change({ view: 'samples', spec, resource, day })} />
        )}
      </div>
    </>
  );
}
