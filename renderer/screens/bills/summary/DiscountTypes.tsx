import { Fragment, useState } from 'react';
import { Link } from 'react-router';
import { heldInput } from '../../../app/held-to.ts';
import { useCall } from '../../../app/hooks.ts';
import { useAddress } from '../../../app/place.ts';
import { grouped } from '../../../app/duration.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/summary.json';
import { Amount, ErrorState, widestFraction } from '../../../ui/index.ts';
import { detailsParams } from '../place.ts';
import { useBillWords } from '../words.ts';
import type { CardProps } from './card.ts';

/** Discounts by the type that the bill prints; a type opens to its largest lines. Nothing where no file prints one. */
export function DiscountTypes({ data, currency, vendor, account }: CardProps) {
  const t = useWords<typeof words>('summary');
  const { t: bill } = useBillWords();
  const address = useAddress();
  const [opened, setOpened] = useState<string | null>(null);
  const found = useCall('bills/discountTypes', { period: data.period, vendor, ...heldInput(account) }, { keep: true });
  if (found.error) return <ErrorState error={found.error} retry={found.retry} />;
  const types = (found.data?.types ?? []).filter((type) => type.currency === currency);
  if (!found.loading && types.every((type) => type.type === null)) return null;
  const places = widestFraction(types.map((type) => type.discount));
  return (
    <table className="plain by-type" aria-label={t('discountsByType')} aria-busy={found.loading}>
      <thead>
        <tr>
          <th scope="col">{t('discountType')}</th>
          <th scope="col" className="end">
            {bill('linesHead')}
          </th>
          <th scope="col" className="end">
            {t('amount')} <span className="unit">{currency}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {types.map(({ type, discount, lines, largest }) => {
          const name = type ?? t('noType');
          const open = opened === name;
          return (
            <Fragment key={name}>
              <tr>
                <th scope="row">
                  <button type="button" className="link" aria-expanded={open} onClick={() => setOpened(open ? null : name)}>
                    {name}
                  </button>
                </th>
                <td className="end dim">{grouped(lines)}</td>
                <td className="end">
                  <Amount value={discount} currency={currency} column={places} />
                </td>
              </tr>
              {open &&
                largest.map((line) => (
                  <tr key={line.id} className="share">
                    <th scope="row" colSpan={2}>
                      <Link to={address('/bills/details', detailsParams({ currency, line: line.id }))}>
                        {t('lineOf', { id: line.id, name: line.name ?? '' })}
                      </Link>
                    </th>
                    <td className="end">
                      <Amount value={line.discount} currency={currency} column={places} />
                    </td>
                  </tr>
                ))}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}
