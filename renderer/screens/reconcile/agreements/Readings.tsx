import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { READING_PARTS } from '../../../../domain/reconcile/agreements.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/agreements.json';
import { AmountInput } from '../../../ui/index.ts';
import { changed, newReading, without, type DraftReading } from './draft.ts';
import { MonthField } from './MonthField.tsx';

/** What the vendor's page showed of the quota, month by month. */
export function Readings({
  readings,
  period,
  onChange,
}: {
  readings: readonly DraftReading[];
  period: string | null;
  onChange: (readings: readonly DraftReading[]) => void;
}) {
  const t = useWords<typeof words>('agreements');
  return (
    <fieldset className="agr-part">
      <legend>{t('readings')}</legend>
      {readings.length > 0 && (
        <div className="agr-readings agr-heads" aria-hidden="true">
          <span>{t('month')}</span>
          {READING_PARTS.map((part) => (
            <span key={part}>{t(part)}</span>
          ))}
          <span />
        </div>
      )}
      {readings.map((reading, i) => (
        <div className="agr-readings" key={reading.key}>
          <MonthField
            hidden
            label={t('reading', { n: i + 1 })}
            empty={t('month')}
            value={reading.period}
            onChange={(month) => onChange(changed(readings, i, { period: month }))}
          />
          {READING_PARTS.map((part) => (
            <AmountInput
              key={part}
              size="xs"
              aria-label={t('readingPart', { part: t(part), n: i + 1 })}
              value={reading[part]}
              onChange={(value) => onChange(changed(readings, i, { [part]: value }))}
            />
          ))}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('removeReading', { n: i + 1 })}
            onClick={() => onChange(without(readings, i))}
          >
            <IconX size={14} />
          </ActionIcon>
        </div>
      ))}
      <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={() => onChange([...readings, newReading(period)])}>
        {t('readingAdd')}
      </Button>
    </fieldset>
  );
}
