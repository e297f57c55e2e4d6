import type { ExportSelection } from '../../../services/contract/reports.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/reports.json';
import { Facts } from '../../ui/index.ts';
import { useBillWords } from '../bills/words.ts';

/** What an export was made of, in the words of the bill details. */
export function Selection({ selection }: { selection: ExportSelection }) {
  const t = useWords<typeof words>('reports');
  const { column, condition, value } = useBillWords();
  const { period, from, to, vendor, account, where = [], hideZero, search, groupBy = [] } = selection;
  return (
    <Facts
      items={[
        [t('period'), period],
        [t('range'), from || to ? `${from ?? '…'} – ${to ?? '…'}` : null],
        [column('vendor'), vendor ? value('vendor', vendor) : null],
        [column('account'), account],
        [t('groupedBy'), groupBy.map(column).join(', ')],
        ...where.map((filter) => [column(filter.column), condition(filter)] as const),
        [t('search'), search],
        [t('hideZero'), hideZero ? t('yes') : null],
      ]}
    />
  );
}
