import type { ReactNode } from 'react';
import { Amount } from './Amount.tsx';

/** A titled part of a page, parted by a hairline rather than boxed. */
export function Card({
  title,
  aside,
  children,
  flush = false,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
  flush?: boolean;
}) {
  return (
    <section className="card" aria-label={title}>
      <div className="card-head">
        <h2>{title}</h2>
        {aside ? <div className="card-aside">{aside}</div> : null}
      </div>
      <div className={flush ? 'card-body flush' : 'card-body'}>{children}</div>
    </section>
  );
}

export interface KeyFigure {
  label: string;
  value: string | null;
  currency?: string | null;
  note?: ReactNode;
  plainZero?: boolean;
}

/** A row of figures that a page is about. Amounts by `value`; counts come as plain text through `text`. */
export function KeyFigures({ figures }: { figures: readonly (KeyFigure | { label: string; text: ReactNode; note?: ReactNode })[] }) {
  return (
    <dl className="figures">
      {figures.map((figure) => (
        <div key={figure.label}>
          <dt>{figure.label}</dt>
          <dd>
            {'text' in figure ? (
              <span className="amount key">{figure.text}</span>
            ) : (
              <Amount
                value={figure.value}
                currency={figure.currency ?? null}
                showCurrency
                size="key"
                plainZero={figure.plainZero ?? true}
              />
            )}
            {figure.note ? <span className="figure-note">{figure.note}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
