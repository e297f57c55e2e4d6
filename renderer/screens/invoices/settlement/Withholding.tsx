import { isZero } from '../../../../domain/money/amount.ts';
import type { Invoice } from '../../../../services/contract/invoices.ts';
import type { SettlementShown } from '../../../../services/contract/settlement.ts';
import { useCall } from '../../../app/hooks.ts';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/payables.json';
import { Amount, InspectorPart, StatusMark, type Mark } from '../../../ui/index.ts';
import { CashShares } from './CashShares.tsx';
import { FxLines } from './FxLines.tsx';

const MATCH_MARKS: Record<SettlementShown['match'], Mark> = {
  none: 'missing',
  unknown: 'explained',
  pending: 'due',
  exact: 'pass',
  short: 'fail',
  'not-withheld': 'missing',
  over: 'fail',
  borne: 'explained',
};

/** What was withheld from the invoice, what of it is certified, and what each payment carries; nothing where no tax is spoken of. */
export function Withholding({ invoice }: { invoice: Invoice }) {
  const asked = useCall('invoices/settlement', { number: invoice.number, vendor: invoice.vendor }, { keep: true });
  const s = asked.data;
  if (!s || s.number !== invoice.number || s.vendor !== invoice.vendor || !speaks(s)) return null;
  return <Shown s={s} />;
}

/** A rate is known and not nothing, or something was withheld or certified. */
const speaks = (s: SettlementShown): boolean =>
  !isZero(s.expected ?? '0') || !isZero(s.withheld ?? '0') || !isZero(s.certified) || !isZero(s.drafts);

function Shown({ s }: { s: SettlementShown }) {
  const t = useWords<typeof words>('payables');
  const word = useWordOf('payables');
  const formula = useFormula(s);
  const rows: Row[] = [
    ...some(s.expected, s.borne ? t('borne', { rate: s.ratePct ?? '' }) : formula, 'expected'),
    ...(s.borne ? [] : some(s.expected === null ? null : s.net, t('net'), 'net')),
    ...some(s.withheld, t('withheld'), 'withheld'),
    ...some(s.certified, t('certified'), 'certified'),
    ...some(s.uncertified, t('uncertified'), 'uncertified', true),
    ...some(s.openCertificates, t('openCertificates'), 'open-certificates'),
    ...(isZero(s.openCertificates) ? [] : some(s.openCash, t('openCash'), 'open-cash')),
    ...some(s.match === 'short' || s.match === 'over' ? s.difference : null, t('difference'), 'difference', true),
    ...some(s.drafts, t('drafts'), 'draft'),
  ];
  return (
    <InspectorPart title={t('title')}>
      <table className="balance" aria-label={t('title')}>
        <caption>{s.currency}</caption>
        <tbody>
          {rows.map(([label, value, result, kind]) => (
            <tr key={kind} className={result ? 'result' : undefined} data-line={kind}>
              <th scope="row">{label}</th>
              <td />
              <td>
                <Amount value={value} currency={s.currency} plainZero column={2} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="inspector-note">
        <StatusMark mark={MATCH_MARKS[s.match]} label={word(`match.${s.match}`)} />
      </p>
      {s.rounding && <p className="inspector-note">{t('rounding')}</p>}
      {s.shares.length > 0 && <CashShares s={s} />}
      <FxLines s={s} />
    </InspectorPart>
  );
}

type Row = [label: string, value: string, result: boolean, kind: string];
const some = (value: string | null, label: string, kind: string, result = false): Row[] =>
  value === null || isZero(value) ? [] : [[label, value, result, kind]];

/** `8 % of 100, rule MY-06`. */
function useFormula(s: SettlementShown): string {
  const t = useWords<typeof words>('payables');
  const base = s.lines.find((l) => l.kind === 'expected')?.formula?.params['base'];
  const of = { rate: s.ratePct ?? '', base: typeof base === 'string' ? base : '' };
  return `${t('expected')}: ${s.rule === null ? t('rate', of) : t('byRule', { ...of, rule: s.rule })}`;
}
