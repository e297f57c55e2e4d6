import { SegmentedControl } from '@mantine/core';
import { DateInput } from '../../../ui/index.ts';
import { SPANS, type Span } from './range.ts';
import type { RangeState } from './useRange.ts';
import { useStatementWords } from './words.ts';

/** Month, quarter and year around the period on top, or two days of one's own. */
export function RangeFields({ range }: { range: RangeState }) {
  const { t } = useStatementWords();
  return (
    <>
      <SegmentedControl
        aria-label={t('span.label')}
        value={range.span}
        onChange={(value) => range.setSpan(value as Span)}
        data={SPANS.map((span) => ({ value: span, label: t(`span.${span}`) }))}
      />
      {range.span === 'range' ? (
        <>
          <DateInput aria-label={t('from')} w={122} clearable={false} value={range.from} onChange={(day) => day && range.setFrom(day)} />
          <DateInput
            aria-label={t('to')}
            w={122}
            clearable={false}
            value={range.to}
            error={range.turned ? t('statement.turned') : undefined}
            onChange={(day) => day && range.setTo(day)}
          />
        </>
      ) : (
        <span className="dim">
          {range.from} – {range.to}
        </span>
      )}
    </>
  );
}
