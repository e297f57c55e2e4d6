import type { ReactNode } from 'react';

/** Head of a screen: title, filters as chips, totals of the filter, actions. */
export function PageHeader({
  title,
  status,
  filters,
  totals,
  actions,
}: {
  title: string;
  status?: ReactNode;
  filters?: ReactNode;
  totals?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="page-header">
      <div className="page-title">
        <h1>{title}</h1>
        {status}
      </div>
      {filters ? <div className="page-filters">{filters}</div> : <div className="page-filters" />}
      {totals ? <div className="page-totals">{totals}</div> : null}
      {actions ? <div className="row-actions">{actions}</div> : null}
    </header>
  );
}
