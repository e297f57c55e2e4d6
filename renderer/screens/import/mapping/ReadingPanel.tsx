import { NativeSelect, SegmentedControl, Select } from '@mantine/core';
import type { Decision } from '../../../../domain/formats/mapping/decide.ts';
import { PROFILE_KINDS, PROFILE_SIGNS, PROFILE_VENDORS, type Profile } from '../../../../domain/formats/profile.ts';
import { grouped } from '../../../app/duration.ts';
import { useCall } from '../../../app/hooks.ts';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/mapping.json';
import { StatusMark } from '../../../ui/index.ts';
import { withCurrency, type Draft, type Open, type Reading } from './draft.ts';

const ORDERS = ['ymd', 'dmy', 'mdy'] as const;
const DECIMALS = ['.', ','] as const;
const NEEDS = ['period', 'payable', 'currency'] as const;
const OFFSETS = Array.from({ length: 27 }, (_, i) => i - 12);

/** What is needed, and how dates, numbers, signs and currency are read, with the rows that say so. */
export function ReadingPanel({
  draft,
  reading,
  open,
  onChange,
}: {
  draft: Draft;
  reading: Reading;
  open: readonly Open[];
  onChange: (draft: Draft) => void;
}) {
  const t = useWords<typeof words>('mapping');
  const common = useWordOf('common');
  const currencies = useCall('tax/options', {}).data?.currencies ?? [];
  const change = (part: Partial<Draft>): void => onChange({ ...draft, ...part });
  return (
    <aside className="mapping-panel" aria-label={t('reading')}>
      <section>
        <h2>{t('needed')}</h2>
        <ul className="mapping-needs">
          {[...NEEDS, ...open.filter((o) => o === 'dateOrder' || o === 'decimal')].map((need) => (
            <li key={need}>
              <StatusMark mark={open.includes(need) ? 'due' : 'pass'} label={t(`needs.${need}`)} />
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t('dates')}</h2>
        <SegmentedControl
          fullWidth
          aria-label={t('dates')}
          value={reading.dateOrder ?? ''}
          data={ORDERS.map((value) => ({ value, label: t(`order.${value}`) }))}
          onChange={(value) => change({ dateOrder: value as Draft['dateOrder'] })}
        />
        <EvidenceLines
          decision={reading.dates}
          open={open.includes('dateOrder')}
          same={t('evidence.same', { n: grouped(reading.dates.readable) })}
          mixed={t('evidence.mixed')}
        />
      </section>
      <section>
        <h2>{t('decimals')}</h2>
        <SegmentedControl
          fullWidth
          aria-label={t('decimals')}
          value={reading.decimal ?? ''}
          data={DECIMALS.map((value) => ({ value, label: t(`decimal.${value}`) }))}
          onChange={(value) => change({ decimal: value as Draft['decimal'] })}
        />
        <EvidenceLines
          decision={reading.decimals}
          open={open.includes('decimal')}
          same={t('evidence.sameNumbers', { n: grouped(reading.decimals.readable) })}
          mixed={t('evidence.mixedNumbers')}
        />
      </section>
      <section>
        <h2>{t('sign')}</h2>
        <SegmentedControl
          fullWidth
          aria-label={t('sign')}
          value={draft.sign}
          data={PROFILE_SIGNS.map((value) => ({ value, label: t(`signs.${value}`) }))}
          onChange={(value) => change({ sign: value as Profile['sign'] })}
        />
      </section>
      <section className="mapping-fields">
        <Select
          label={t('currency')}
          searchable
          selectFirstOptionOnChange
          placeholder={t('currencyChoose')}
          value={draft.currency}
          error={open.includes('currency') && draft.currency === 'column'}
          onChange={(value) => onChange(withCurrency(draft, value))}
          data={[
            { value: 'column', label: t('currencyColumn') },
            ...new Set([...currencies, ...(draft.currency && draft.currency !== 'column' ? [draft.currency] : [])]),
          ]}
        />
        <NativeSelect
          size="xs"
          label={t('vendor')}
          value={draft.vendor}
          data={PROFILE_VENDORS.map((value) => ({ value, label: common(`vendor.${value}`) }))}
          onChange={(e) => change({ vendor: e.currentTarget.value as Profile['vendor'] })}
        />
        <NativeSelect
          size="xs"
          label={t('kind')}
          value={draft.kind}
          data={PROFILE_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          onChange={(e) => change({ kind: e.currentTarget.value as Profile['kind'] })}
        />
        <NativeSelect
          size="xs"
          label={t('utcOffset')}
          description={t('utcOffsetHint')}
          value={String(draft.utcOffset)}
          data={[...new Set([...OFFSETS, draft.utcOffset])].map((n) => ({ value: String(n), label: n < 0 ? `−${-n}` : `+${n}` }))}
          onChange={(e) => change({ utcOffset: Number(e.currentTarget.value) })}
        />
      </section>
    </aside>
  );
}

/** Why it is read so: rows that leave one reading, or that ask. */
function EvidenceLines<O extends string>({
  decision,
  open,
  same,
  mixed,
}: {
  decision: Decision<O>;
  open: boolean;
  same: string;
  mixed: string;
}) {
  const t = useWords<typeof words>('mapping');
  const { choice, possible, evidence, differs, unreadable, unreadableRows } = decision;
  if (choice === 'none') return <p className="mapping-why dim">{t('evidence.none')}</p>;
  const asks = choice === 'ambiguous';
  const readingsOf = (readings: Readonly<Record<string, string | null>>): string =>
    [
      ...new Set(
        Object.entries(readings)
          .filter(([o, r]) => r !== null && (!asks || possible.includes(o as O)))
          .map(([, r]) => r),
      ),
    ].join(t('evidence.and'));
  return (
    <ul className="mapping-why">
      {choice === 'mixed' && <li className="mapping-warn">{mixed}</li>}
      {!asks && choice !== 'mixed' && !differs && evidence.length === 0 && <li>{same}</li>}
      {evidence.slice(0, choice === 'mixed' ? 4 : 2).map((e) => (
        <li key={`${e.row}:${e.value}`} className={open ? 'mapping-warn' : undefined}>
          {t(asks ? 'evidence.asks' : 'evidence.tells', { row: grouped(e.row), value: e.value, readings: readingsOf(e.readings) })}
        </li>
      ))}
      {unreadable > 0 && (
        <li className="mapping-warn">
          {t('evidence.unreadable', { count: unreadable, n: grouped(unreadable), rows: unreadableRows.map(grouped).join(', ') })}
        </li>
      )}
    </ul>
  );
}
