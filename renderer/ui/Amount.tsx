import { useWords } from '../i18n/index.ts';
import type words from '../i18n/en/common.json';
import { amountParts, minorPlaces } from './amount-text.ts';

export interface AmountProps {
  /** Exact text; null: missing. */
  value: string | null | undefined;
  currency?: string | null;
  /** Shows the currency after the figure; columns name it once, in the header. */
  showCurrency?: boolean;
  /** Decimals that the column reserves, so that points stand under each other. */
  column?: number;
  /** Shows a zero as 0.00 instead of –, for totals and differences. */
  plainZero?: boolean;
  size?: 'cell' | 'key';
}

/**
 * An exact amount: decimal point aligned, trailing zeros dimmed, true minus and colour for negatives, zero as –,
 * missing blank with a dotted underline. Copying gives the exact digits.
 */
export function Amount({ value, currency, showCurrency = false, column, plainZero = false, size = 'cell' }: AmountProps) {
  const places = minorPlaces(currency);
  const parts = value === null || value === undefined ? null : amountParts(value, places);
  const reserve = column === undefined ? 0 : Math.max(0, column - (parts ? parts.fraction.length + parts.fill.length : 0));
  const pad = { paddingInlineEnd: reserve > 0 ? `${reserve}ch` : undefined };
  if (value === null || value === undefined)
    return (
      <span className="amount missing" data-exact="" style={column ? { marginInlineEnd: `${column - places}ch` } : undefined}>
        <Missing />
      </span>
    );
  if (!parts)
    return (
      <span className="amount" data-exact={value}>
        {value}
      </span>
    );
  if (parts.zero && !plainZero)
    return (
      <span
        className="amount zero"
        data-exact={value}
        style={column === undefined ? undefined : { paddingInlineEnd: `calc(${column}ch + var(--point))` }}
      >
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">0</span>
      </span>
    );
  const hasPoint = parts.fraction !== '' || parts.fill !== '';
  return (
    <span className={`amount ${parts.negative ? 'negative' : ''} ${size === 'key' ? 'key' : ''}`} data-exact={value} style={pad}>
      {parts.negative ? '\u2212' : ''}
      {parts.integer}
      {hasPoint && <span className={parts.fraction ? undefined : 'fill'}>.</span>}
      {parts.fraction}
      {parts.fill && <span className="fill">{parts.fill}</span>}
      {showCurrency && currency ? <span className="unit"> {currency}</span> : null}
    </span>
  );
}

/** Apart, so that the thousands of amounts that are there do not follow the language. */
function Missing() {
  const t = useWords<typeof words>('common');
  return <span className="visually-hidden">{t('amount.missing')}</span>;
}
