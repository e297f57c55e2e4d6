import type { BankReject } from '../../../../services/contract/bank.ts';
import { useWords } from '../../../i18n/index.ts';
import { useTell } from '../../../i18n/told.ts';
import type words from '../../../i18n/en/bank.json';
import { InspectorPart, StatusMark } from '../../../ui/index.ts';

/** Rows that could not be read: row, column, value, reason and what to do. */
export function Rejects({ rejects }: { rejects: readonly BankReject[] }) {
  const t = useWords<typeof words>('bank');
  const tell = useTell();
  if (rejects.length === 0) return null;
  return (
    <InspectorPart title={t('rejects', { count: rejects.length })}>
      <ul className="plain-list bk-rejects">
        {rejects.map((r) => {
          const { message, remedy } = tell.notice(r);
          return (
            <li key={r.row}>
              <StatusMark mark="fail" label={`${t('row', { row: r.row })}${r.column ? `, ${r.column}` : ''}: ${message}`} />
              {remedy && <p className="dim">{remedy}</p>}
              <p className="bk-cells">{Object.values(r.source).join(' · ')}</p>
            </li>
          );
        })}
      </ul>
    </InspectorPart>
  );
}
