import { Link } from 'react-router';
import { MEASURE_NAMES, type MeasureName } from '../../../../domain/formats/fields.ts';
import { useAddress } from '../../../app/place.ts';
import { Amount } from '../../../ui/index.ts';
import { detailsParams, exactly } from '../place.ts';
import { useBillWords } from '../words.ts';
import type { Measures, VendorName } from './card.ts';

/** The measures of the period in the order of the bill; those that no line carries are left out: missing is not zero. */
export function Figures({ measures, currency, vendor }: { measures: Measures; currency: string; vendor: VendorName | null }) {
  const { t, column } = useBillWords();
  const address = useAddress();
  const to = (measure: MeasureName): string =>
    address(
      '/bills/details',
      detailsParams({ where: vendor ? [exactly('vendor', vendor)] : [], currency, sort: [{ column: measure, descending: true }] }),
    );
  return (
    <section aria-label={t('madeOf')}>
      <dl className="figures summary-figures">
        {MEASURE_NAMES.filter((m) => measures[m] !== null).map((m) => (
          <div key={m}>
            <dt>{column(m)}</dt>
            <dd>
              <Link to={to(m)} className="figure-link" title={t('openLinesOf', { name: column(m) })}>
                <Amount value={measures[m]} currency={currency} plainZero />
              </Link>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
