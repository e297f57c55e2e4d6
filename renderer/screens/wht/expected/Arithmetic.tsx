import { isNegative, isZero, negate, subtract } from '../../../../domain/money/amount.ts';
import type { ExpectedRow } from '../../../../services/contract/wht-expected.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/whtExpected.json';
import { Amount } from '../../../ui/index.ts';
import '../../invoices/invoices.css';
import './expected.css';

interface Line {
  sign: '' | '×' | '+' | '−' | '=';
  label: string;
  /** An amount, or words in its place. */
  value: string | null;
  note?: string;
}

/** From base and rate, or from what was paid short, to what is missing, line by line. A rate that nobody knows is not guessed. */
export function Arithmetic({ row }: { row: ExpectedRow }) {
  const t = useWords<typeof words>('whtExpected');
  const lines = [...(row.tax === null ? paidShort(row, t) : byRate(row, row.tax, t)), ...certified(row, t)];
  return (
    <table className="balance expected-steps" aria-label={t('expected')}>
      <caption>{row.currency}</caption>
      <tbody>
        {lines.map(({ sign, label, value, note }) => (
          <tr key={label} className={sign === '=' ? 'result' : undefined}>
            <th scope="row">{label}</th>
            <td>{sign}</td>
            <td>{note ?? <Amount value={value} currency={row.currency} plainZero column={2} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Words = ReturnType<typeof useWords<typeof words>>;

/** base × rate, and what of it is not withheld: not yet, or not at all. */
function byRate(row: ExpectedRow, tax: string, t: Words): Line[] {
  const rule = row.rule === null || row.basis === 'own' ? '' : ` (${row.rule})`;
  const apart = subtract(tax, row.withheld);
  return [
    { sign: '', label: t('base'), value: row.base },
    {
      sign: '×',
      label: t('rate'),
      value: null,
      note: `${row.ratePct} %${row.basis === null ? '' : ` – ${t(`basis.${row.basis}`)}${rule}`}`,
    },
    { sign: '=', label: t('expected'), value: tax },
    ...(isZero(apart)
      ? []
      : [
          isNegative(apart)
            ? ({ sign: '+', label: t('moreWithheld'), value: negate(apart) } as const)
            : ({ sign: '−', label: row.closed ? t('notWithheld') : t('toCome'), value: apart } as const),
          { sign: '=', label: t('withheld'), value: row.withheld } as const,
        ]),
  ];
}

function paidShort(row: ExpectedRow, t: Words): Line[] {
  if (!row.closed)
    return [
      { sign: '', label: t('base'), value: row.base },
      { sign: '', label: t('rate'), value: null, note: `? – ${t('setRate')}` },
    ];
  return [
    { sign: '', label: t('total'), value: row.total },
    { sign: '−', label: t('paid'), value: row.paid },
    { sign: '=', label: t('withheld'), value: row.withheld },
  ];
}

/** Papers against what was withheld; more than that is over, and nothing is missing. */
function certified(row: ExpectedRow, t: Words): Line[] {
  if (row.paidOn === null && isZero(row.certified)) return [];
  const over = subtract(row.certified, row.withheld);
  const isOver = !isNegative(over) && !isZero(over);
  return [
    { sign: '−', label: t('certified'), value: row.certified },
    isOver ? { sign: '=', label: t('over'), value: negate(over) } : { sign: '=', label: t('missing'), value: row.missing },
  ];
}
