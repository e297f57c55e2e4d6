import type { Output } from '../../../services/contract/index.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/certificate.json';
import { StatusMark } from '../../ui/index.ts';
import type { CandidateRow } from './candidates.ts';

/** Whether the vendor's own form takes a certificate of this country for the chosen invoices; nothing where that is not asked. */
export function FormEligibility({
  rows,
  country,
  entity,
  settings,
}: {
  rows: readonly CandidateRow[];
  country: string | null;
  entity: string;
  settings: Output<'wht/settings'>;
}) {
  const t = useWords<typeof words>('certificate');
  const [first] = rows;
  if (!first || country === null || rows.some((row) => row.vendor !== 'huawei')) return null;
  const of = first.entity ?? entity;
  const open = [...settings.given, ...settings.open].some((o) => o.country === country && o.entity === of);
  return <StatusMark mark={open ? 'pass' : 'due'} label={t(open ? 'formOpen' : 'formClosed', { country, entity: of })} />;
}
