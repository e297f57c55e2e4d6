import { IconFilter } from '@tabler/icons-react';
import { ActionIcon, Loader } from '@mantine/core';
import { useRef, type ReactNode } from 'react';
import type { Output } from '../../../../services/contract/index.ts';
import { MEASURE_NAMES } from '../../../../domain/formats/fields.ts';
import { useActions } from '../../../actions/registry.ts';
import { useCall } from '../../../app/hooks.ts';
import { Amount, ErrorState, Facts, Ident, Inspector, InspectorPart, StatusMark, widestFraction } from '../../../ui/index.ts';
import { exactly, withCondition } from '../place.ts';
import { useBillWords } from '../words.ts';
import type { DetailsState } from './useDetails.ts';
import { WhereFrom } from './WhereFrom.tsx';

type Told = Output<'bills/line'>;
const FACTS = [
  'period',
  'date',
  'vendor',
  'account',
  'payingAccount',
  'enterpriseProject',
  'productType',
  'product',
  'spec',
  'billingMode',
  'billType',
  'resourceName',
  'resourceId',
  'region',
  'availabilityZone',
  'orderId',
  'usageType',
  'provider',
  'invoiceId',
  'tags',
] as const;
/** Facts that a person filters by from here. */
const FILTERED = new Set<string>([
  'vendor',
  'account',
  'payingAccount',
  'enterpriseProject',
  'productType',
  'product',
  'spec',
  'billingMode',
  'billType',
  'resourceName',
  'resourceId',
  'region',
  'availabilityZone',
  'orderId',
  'usageType',
  'provider',
  'invoiceId',
  'date',
]);

/** One line in full: facts, every measure, the identities it is held to, and where it was read from. */
export function LineInspector({ id, onClose, state }: { id: number; onClose: () => void; state: DetailsState }) {
  const { t } = useBillWords();
  const told = useCall('bills/line', { id }, { keep: true });
  const line = told.data?.line;
  const title = line ? (line.resourceName ?? line.product ?? line.productType ?? t('lineTitle', { id })) : t('lineTitle', { id });
  const subtitle = line ? [line.period, line.productType, line.billType].filter((part) => part && part !== title).join(' · ') : undefined;
  return (
    <Inspector title={title} subtitle={subtitle} onClose={onClose}>
      {told.error && <ErrorState error={told.error} retry={told.retry} />}
      {told.loading && <Loader size="sm" aria-label={t('loading')} />}
      {told.data && !told.error && <Told told={told.data} state={state} />}
    </Inspector>
  );
}

function Told({ told, state }: { told: Told; state: DetailsState }) {
  const { t, column, value } = useBillWords();
  const { line, source, identities } = told;
  const { place, change } = state;
  const explain = useRef<HTMLDivElement>(null);
  useActions([
    {
      id: 'bills.explain',
      title: t('explain'),
      group: 'record',
      shortcut: 'e',
      perform: () => {
        explain.current?.scrollIntoView({ block: 'start' });
        explain.current?.focus();
      },
    },
  ]);
  const fact = (name: (typeof FACTS)[number]): readonly [string, ReactNode] => {
    const text = line[name];
    if (text === null) return [column(name), null];
    const shown = name === 'resourceId' || name === 'orderId' ? <Ident value={text} copy /> : value(name, text);
    const only = FILTERED.has(name) && !place.where.some((f) => f.column === name && f.op === 'is' && f.value === text);
    return [
      column(name),
      only ? (
        <span className="fact-filter">
          {shown}
          <ActionIcon
            size={18}
            variant="subtle"
            color="gray"
            aria-label={t('onlyThis', { name: column(name) })}
            title={t('onlyThis', { name: column(name) })}
            onClick={() => change({ where: withCondition(place.where, name, exactly(name, text)), at: null })}
          >
            <IconFilter size={12} stroke={1.5} />
          </ActionIcon>
        </span>
      ) : (
        shown
      ),
    ];
  };
  return (
    <>
      <Measures told={told} />
      <InspectorPart title={t('facts')}>
        <Facts items={FACTS.map(fact)} />
      </InspectorPart>
      <div ref={explain} tabIndex={-1} className="inspector-part">
        <h3>{t('identities')}</h3>
        {identities.length === 0 ? (
          <p className="dim">{t('noIdentities')}</p>
        ) : (
          <ul className="identities">
            {identities.map((identity) => (
              <IdentityItem key={identity.id} identity={identity} />
            ))}
          </ul>
        )}
      </div>
      <WhereFrom source={source} batch={line.batch} />
    </>
  );
}

function Measures({ told: { line } }: { told: Told }) {
  const { t, column } = useBillWords();
  const there = MEASURE_NAMES.filter((m) => line[m] !== null);
  const places = widestFraction(there.map((m) => line[m]));
  return (
    <section className="inspector-part">
      <table className="plain measures" aria-label={t('measures')}>
        <thead>
          <tr>
            <th scope="col">{t('measures')}</th>
            <th scope="col" className="end">
              <span className="unit">{line.currency}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {there.map((m) => (
            <tr key={m}>
              <th scope="row">{column(m)}</th>
              <td className="end">
                <Amount value={line[m]} currency={line.currency} column={places} plainZero />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {line.usage !== null && (
        <p className="dim usage">
          {column('usage')}{' '}
          <span className="amount" data-exact={line.usage}>
            {line.usage}
          </span>{' '}
          {line.usageUnit ?? ''}
          {line.unitPrice === null ? (
            ''
          ) : (
            <>
              {' '}
              · {column('unitPrice')}{' '}
              <span className="amount" data-exact={line.unitPrice}>
                {line.unitPrice}
              </span>
            </>
          )}
        </p>
      )}
    </section>
  );
}

function IdentityItem({ identity }: { identity: Told['identities'][number] }) {
  const words = useBillWords();
  return (
    <li>
      <StatusMark mark={identity.pass ? 'pass' : 'fail'} label={words.titleOf(identity.id, identity.title)} />
      <code className="line-arithmetic">{identity.arithmetic}</code>
    </li>
  );
}
