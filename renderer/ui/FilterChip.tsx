import { CloseButton } from '@mantine/core';
import { useWords } from '../i18n/index.ts';
import type words from '../i18n/en/common.json';

/** One filter in force: name and value, with a cross that takes it away. */
export function FilterChip({ name, value, onRemove, onOpen }: { name: string; value: string; onRemove?: () => void; onOpen?: () => void }) {
  const t = useWords<typeof words>('common');
  const text = (
    <>
      <span className="chip-name">{name}</span> {value}
    </>
  );
  return (
    <span className="chip">
      {onOpen ? (
        <button type="button" className="chip-open" onClick={onOpen}>
          {text}
        </button>
      ) : (
        <span>{text}</span>
      )}
      {onRemove && <CloseButton size={16} iconSize={12} aria-label={t('removeFilter', { name })} onClick={onRemove} />}
    </span>
  );
}
