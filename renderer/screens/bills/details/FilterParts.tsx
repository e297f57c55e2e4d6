import { Button, SegmentedControl } from '@mantine/core';
import { useBillWords } from '../words.ts';

/** Only these, or all but these. */
export function Polarity({ without, onChange }: { without: boolean; onChange: (without: boolean) => void }) {
  const { t } = useBillWords();
  return (
    <SegmentedControl
      fullWidth
      size="xs"
      value={without ? 'without' : 'only'}
      onChange={(v) => onChange(v === 'without')}
      aria-label={t('polarity')}
      data={[
        { value: 'only', label: t('only') },
        { value: 'without', label: t('without') },
      ]}
    />
  );
}

/** Closes the editor; what was ticked holds already. */
export const Done = ({ onDone }: { onDone: () => void }) => {
  const { t } = useBillWords();
  return (
    <Button fullWidth variant="default" onClick={onDone}>
      {t('done')}
    </Button>
  );
};
