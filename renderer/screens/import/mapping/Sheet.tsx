import { ActionIcon, NativeSelect } from '@mantine/core';
import { MEASURE_NAMES, TERM_NAMES } from '../../../../domain/formats/fields.ts';
import type { Field } from '../../../../domain/formats/format.ts';
import { isAmountField } from '../../../../domain/formats/profile.ts';
import type { FileHead } from '../../../../services/contract/imports.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/mapping.json';
import { useBillWords } from '../../bills/words.ts';
import { withRole, type Draft } from './draft.ts';

const GROUPS: readonly { key: 'when' | 'money' | 'quantity' | 'text'; fields: readonly Field[] }[] = [
  { key: 'when', fields: ['period', 'date'] },
  { key: 'money', fields: ['payable', ...MEASURE_NAMES.filter((m) => m !== 'payable'), 'currency'] },
  { key: 'quantity', fields: ['usage', 'usageUnit', 'unitPrice'] },
  { key: 'text', fields: [...TERM_NAMES.filter((n) => n !== 'currency' && n !== 'usageUnit'), 'orderId', 'sourceKey'] },
];

/** The first rows as they stand in the file; above each column, the field that it fills. */
export function Sheet({ head, draft, onChange }: { head: FileHead; draft: Draft; onChange: (draft: Draft) => void }) {
  const t = useWords<typeof words>('mapping');
  const { column } = useBillWords();
  const data = [
    { value: '', label: t('notUsed') },
    ...GROUPS.map(({ key, fields }) => ({ group: t(`group.${key}`), items: fields.map((f) => ({ value: f, label: column(f) })) })),
  ];
  const nameOf = (at: number): string => head.columns[at]?.header || t('column', { n: at + 1 });
  return (
    <div className="mapping-part">
      <div className="mapping-scroll" tabIndex={0} role="region" aria-label={t('sheet')}>
        <table className="mapping-sheet">
          <thead>
            <tr>
              <th scope="col" className="end">
                <span className="visually-hidden">{t('row')}</span>
              </th>
              {head.columns.map((_, at) => {
                const role = draft.roles[at] ?? null;
                return (
                  <th key={at} scope="col" data-used={role !== null}>
                    <div className="mapping-role">
                      <NativeSelect
                        size="xs"
                        aria-label={t('fieldOf', { header: nameOf(at) })}
                        value={role ?? ''}
                        data={data}
                        onChange={(e) => onChange(withRole(draft, at, (e.currentTarget.value || null) as Field | null))}
                      />
                      {role !== null && isAmountField(role) && (
                        <ActionIcon
                          size={28}
                          variant={draft.negate[at] ? 'filled' : 'default'}
                          aria-pressed={draft.negate[at] ?? false}
                          aria-label={t('opposite', { header: nameOf(at) })}
                          title={t('opposite', { header: nameOf(at) })}
                          onClick={() => onChange({ ...draft, negate: draft.negate.map((n, i) => (i === at ? !n : n)) })}
                        >
                          ±
                        </ActionIcon>
                      )}
                    </div>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {head.rows.map(({ row, cells }) => (
              <tr key={row} data-kind={row < head.headerRow ? 'above' : row === head.headerRow ? 'header' : 'row'}>
                <td className="end dim">{row}</td>
                {head.columns.map((_, at) => (
                  <td key={at} data-used={(draft.roles[at] ?? null) !== null} title={cells[at]}>
                    {cells[at] ?? ''}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
