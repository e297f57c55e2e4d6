import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { TIER_BOUNDARIES, TIER_CHARGES, TIER_KEYS, TIER_MODES } from '../../../../domain/reconcile/tiers.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/agreements.json';
import { AmountInput } from '../../../ui/index.ts';
import { changed, newTier, without, type DraftTable } from './draft.ts';

/** One table of tiers: which lines it prices, how, and at what prices. */
export function PriceTable({
  table,
  n,
  onChange,
  onRemove,
}: {
  table: DraftTable;
  n: number;
  onChange: (part: Partial<DraftTable>) => void;
  onRemove: () => void;
}) {
  const t = useWords<typeof words>('agreements');
  const { tiers } = table;
  // The last tier has no end; a new one goes before it.
  const addTier = (): void => onChange({ tiers: [...tiers.slice(0, -1), newTier(), ...tiers.slice(-1)] });
  return (
    <fieldset className="agr-part" aria-label={t('table', { n })}>
      <div className="agr-head">
        <TextInput
          label={t('tableName')}
          maxLength={80}
          value={table.name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t('unit')}
          maxLength={60}
          value={table.unit}
          onChange={(event) => onChange({ unit: event.currentTarget.value })}
        />
        <ActionIcon variant="subtle" color="gray" aria-label={t('removeTable', { n })} onClick={onRemove}>
          <IconX size={16} />
        </ActionIcon>
      </div>
      <p className="dim">{t('matchHelp')}</p>
      <div className="agr-four">
        {TIER_KEYS.map((key) => (
          <TextInput
            key={key}
            label={t(key)}
            maxLength={500}
            value={table.match[key] ?? ''}
            onChange={(event) => onChange({ match: { ...table.match, [key]: event.currentTarget.value || null } })}
          />
        ))}
      </div>
      <div className="agr-three">
        <Select
          label={t('mode')}
          allowDeselect={false}
          data={TIER_MODES.map((value) => ({ value, label: t(`modes.${value}`) }))}
          value={table.mode}
          onChange={(value) => onChange({ mode: value as DraftTable['mode'] })}
        />
        <Select
          label={t('boundary')}
          allowDeselect={false}
          data={TIER_BOUNDARIES.map((value) => ({ value, label: t(`boundaries.${value}`) }))}
          value={table.boundary}
          onChange={(value) => onChange({ boundary: value as DraftTable['boundary'] })}
        />
        <Select
          label={t('charge')}
          allowDeselect={false}
          data={TIER_CHARGES.map((value) => ({ value, label: t(`charges.${value}`) }))}
          value={table.charge}
          onChange={(value) => onChange({ charge: value as DraftTable['charge'] })}
        />
      </div>
      <div className="agr-tier agr-heads" aria-hidden="true">
        <span>{t('upTo')}</span>
        <span>{t('price')}</span>
        <span />
      </div>
      {tiers.map((tier, i) => (
        <div className="agr-tier" key={tier.key}>
          {i === tiers.length - 1 ? (
            <span className="dim agr-none">{t('without')}</span>
          ) : (
            <AmountInput
              size="xs"
              aria-label={t('upToOf', { n: i + 1 })}
              value={tier.upTo}
              onChange={(upTo) => onChange({ tiers: changed(tiers, i, { upTo }) })}
            />
          )}
          <AmountInput
            size="xs"
            aria-label={t('priceOf', { n: i + 1 })}
            value={tier.price}
            onChange={(price) => onChange({ tiers: changed(tiers, i, { price }) })}
          />
          {i < tiers.length - 1 && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('removeTier', { n: i + 1 })}
              onClick={() => onChange({ tiers: without(tiers, i) })}
            >
              <IconX size={14} />
            </ActionIcon>
          )}
        </div>
      ))}
      <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} disabled={tiers.length >= 50} onClick={addTier}>
        {t('tierAdd')}
      </Button>
    </fieldset>
  );
}
