import type { Amount as Exact } from '../../../domain/money/amount.ts';
import { grouped } from '../../app/duration.ts';
import { Amount } from '../../ui/index.ts';
import './documents.css';

export interface StripItem {
  id: string;
  label: string;
  count: number;
  sums: readonly { currency: string; amount: Exact }[];
}

/** Filters by state: each with its count and its sums per currency. One is pressed. */
export function StatusStrip({
  items,
  value,
  onChange,
  label,
}: {
  items: readonly StripItem[];
  value: string;
  onChange: (id: string) => void;
  label: string;
}) {
  return (
    <div className="strip" role="group" aria-label={label}>
      {items.map((item) => (
        <button key={item.id} type="button" className="strip-item" aria-pressed={item.id === value} onClick={() => onChange(item.id)}>
          <span className="strip-label">
            {item.label}
            <span className="strip-count">{grouped(item.count)}</span>
          </span>
          <span className="strip-sums">
            {item.sums.map((sum) => (
              <span key={sum.currency}>
                <Amount value={sum.amount} currency={sum.currency} plainZero showCurrency />
              </span>
            ))}
          </span>
        </button>
      ))}
    </div>
  );
}
