import { useState } from 'react';
import { Link } from 'react-router';
import { compare } from '../../../../domain/money/amount.ts';
import type { Filter } from '../../../../services/contract/bills.ts';
import type { MatrixSection } from '../../../../services/contract/accounts.ts';
import { grouped } from '../../../app/duration.ts';
import { useAddress } from '../../../app/place.ts';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/accounts.json';
import { Amount, Card, Ident, StatusMark, widestFraction } from '../../../ui/index.ts';
import { detailsParams, exactly } from '../../bills/place.ts';

/** So many accounts stand there until all are asked for. */
const FIRST = 50;

/** One section of the matrix: using accounts, the largest first, against paying ones; what each paid for itself and for others. */
export function MatrixSectionCard({
  section,
  names,
  period,
}: {
  section: MatrixSection;
  names: ReadonlyMap<string, string>;
  /** The one month that is shown: then figures lead to their lines. */
  period: string | null;
}) {
  const t = useWords<typeof words>('accounts');
  const common = useWordOf('common');
  const address = useAddress();
  const [all, setAll] = useState(false);
  const { vendor, currency, entity, present, columns, rows, total, assumed } = section;
  const ordered = rows.toSorted((a, b) => compare(b.total ?? '0', a.total ?? '0'));
  const shown = all ? ordered : ordered.slice(0, FIRST);
  const places = widestFraction([total, ...rows.flatMap((row) => [row.total, ...row.cells])]);
  const figure = (value: string | null, where: readonly Filter[] | null) => {
    const amount = <Amount value={value} currency={currency} column={places} plainZero />;
    if (value === null || where === null || period === null) return value === null ? null : amount;
    const filters = [...where, exactly('vendor', vendor), exactly('currency', currency)];
    return (
      <Link
        className="figure-link"
        to={address('/bills/details', { ...detailsParams({ where: filters, currency }), period, account: null, company: null })}
      >
        {amount}
      </Link>
    );
  };
  const title = [common(`vendor.${vendor}`), currency, entity ?? t('vendorItself')].join(' · ');
  const span = section.first === section.last ? section.first : t('months', { from: section.first, to: section.last });
  return (
    <Card
      title={title}
      aside={present ? <span className="dim">{span}</span> : <StatusMark mark="due" label={`${t('earlier')} · ${span}`} />}
    >
      {!present && <p className="accounts-earlier">{t('earlierText')}</p>}
      <div className="accounts-scroll" tabIndex={0} role="group" aria-label={title}>
        <table className="plain" aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{t('usedBy')}</th>
              {columns.map(({ payer }) => (
                <th scope="col" className="end" key={payer ?? ''}>
                  {payer === null ? t('itself') : t('paidBy', { account: names.get(payer) ?? payer })}
                </th>
              ))}
              <th scope="col" className="end">
                {t('total')}
              </th>
              <th scope="col" className="end">
                {t('lines')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ user, cells, total: sum, lines }) => (
              <tr key={user ?? ''}>
                <th scope="row">{user === null ? <span className="dim">{t('notNamed')}</span> : <Named id={user} names={names} />}</th>
                {cells.map((cell, i) => {
                  const payer = columns[i]!.payer;
                  // Lines without a paying account count as its own: no condition holds both them and those that name it.
                  const where =
                    payer === null || (payer === user && assumed > 0) ? null : [exactly('payingAccount', payer), exactly('account', user)];
                  return (
                    <td className="end" key={payer ?? ''}>
                      {figure(cell, where)}
                    </td>
                  );
                })}
                <td className="end">{figure(sum, [exactly('account', user)])}</td>
                <td className="end">{grouped(lines)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="accounts-total">
              <th scope="row">{t('total')}</th>
              {columns.map((column) => (
                <td className="end" key={column.payer ?? ''}>
                  {figure(column.total, null)}
                </td>
              ))}
              <td className="end">{figure(total, null)}</td>
              <td className="end">{grouped(section.lines)}</td>
            </tr>
            {(['own', 'forOthers'] as const).map((part) => (
              <tr key={part} className="accounts-part">
                <th scope="row">{t(part)}</th>
                {columns.map((column) => (
                  <td className="end" key={column.payer ?? ''}>
                    {figure(column[part], null)}
                  </td>
                ))}
                <td colSpan={2} />
              </tr>
            ))}
          </tfoot>
        </table>
      </div>
      {shown.length < ordered.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {t('showAll', { count: ordered.length })}
        </button>
      )}
      {assumed > 0 && <p className="dim">{t('assumed', { count: assumed })}</p>}
    </Card>
  );
}

const Named = ({ id, names }: { id: string; names: ReadonlyMap<string, string> }) => (
  <>
    {names.has(id) && <span>{names.get(id)} </span>}
    <span className={names.has(id) ? 'dim' : undefined}>
      <Ident value={id} length={26} />
    </span>
  </>
);
