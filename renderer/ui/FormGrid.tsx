import type { FormEvent, ReactNode } from 'react';

/** A form in two columns that become one where it is narrow; Enter submits. */
export function FormGrid({
  children,
  onSubmit,
  actions,
  label,
}: {
  children: ReactNode;
  onSubmit: () => void;
  actions: ReactNode;
  label: string;
}) {
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className="form" aria-label={label} onSubmit={submit} noValidate>
      <div className="form-grid">{children}</div>
      <div className="form-actions">{actions}</div>
    </form>
  );
}

/** A field over both columns. */
export const Wide = ({ children }: { children: ReactNode }) => <div className="form-wide">{children}</div>;
