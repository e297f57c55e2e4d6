import { Loader, NativeSelect } from '@mantine/core';
import { PROFILE_DELIMITERS, PROFILE_ENCODINGS } from '../../../../domain/formats/profile.ts';
import type { FileHead } from '../../../../services/contract/imports.ts';
import { grouped } from '../../../app/duration.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/mapping.json';
import type { Cut } from './draft.ts';

const DELIMITER_WORDS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;
const ENCODING_NAMES: Record<(typeof PROFILE_ENCODINGS)[number], string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  gb18030: 'GB18030 / GBK',
  big5: 'Big5',
  shift_jis: 'Shift_JIS',
  'euc-kr': 'EUC-KR',
  'windows-1252': 'Windows-1252',
};
const HEADER_ROWS = Array.from({ length: 20 }, (_, i) => i + 1);

/** Encoding, delimiter and header row: told by the content, or by the user. */
export function CutBar({ cut, head, busy, onCut }: { cut: Cut; head: FileHead | null; busy: boolean; onCut: (cut: Cut) => void }) {
  const t = useWords<typeof words>('mapping');
  const found = (text: string | null): string => (text === null ? t('byContent') : t('byContentFound', { found: text }));
  const foundDelimiter =
    head && head.delimiter in DELIMITER_WORDS ? t(`delimiters.${DELIMITER_WORDS[head.delimiter as keyof typeof DELIMITER_WORDS]}`) : null;
  return (
    <div className="mapping-cut" role="group" aria-label={t('cut')}>
      {head?.shape !== 'cells' && (
        <>
          <NativeSelect
            size="xs"
            label={t('encoding')}
            value={cut.encoding ?? ''}
            onChange={(e) => onCut({ ...cut, encoding: (e.currentTarget.value || null) as Cut['encoding'] })}
            data={[
              { value: '', label: found(head && cut.encoding === null ? ENCODING_NAMES[head.encoding] : null) },
              ...PROFILE_ENCODINGS.map((value) => ({ value, label: ENCODING_NAMES[value] })),
            ]}
          />
          <NativeSelect
            size="xs"
            label={t('delimiter')}
            value={cut.delimiter ?? ''}
            onChange={(e) => onCut({ ...cut, delimiter: (e.currentTarget.value || null) as Cut['delimiter'] })}
            data={[
              { value: '', label: found(cut.delimiter === null ? foundDelimiter : null) },
              ...PROFILE_DELIMITERS.map((value) => ({ value, label: t(`delimiters.${DELIMITER_WORDS[value]}`) })),
            ]}
          />
        </>
      )}
      <NativeSelect
        size="xs"
        label={t('headerRow')}
        value={cut.headerRow === null ? '' : String(cut.headerRow)}
        onChange={(e) => onCut({ ...cut, headerRow: e.currentTarget.value === '' ? null : Number(e.currentTarget.value) })}
        data={[
          { value: '', label: head && cut.headerRow === null ? t('headerRowFound', { row: head.headerRow }) : t('byContent') },
          ...HEADER_ROWS.map((row) => ({ value: String(row), label: t('headerRowNo', { row }) })),
        ]}
      />
      <span className="mapping-count dim" role="status">
        {busy && <Loader size={12} aria-label={t('look')} />}
        {head &&
          t('sheetCount', {
            count: head.total,
            n: grouped(head.total),
            shown: Math.min(head.total, head.rows.filter((r) => r.row > head.headerRow).length),
          })}
      </span>
    </div>
  );
}
