import { Button } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useActions } from '../../actions/registry.ts';
import type { AppError } from '../../../domain/result.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/documents.json';
import { ErrorState, PageHeader } from '../../ui/index.ts';
import './documents.css';
import './document-form.css';

/**
 * A page for entering a document: fields at the left, paper and arithmetic at the right, table below. Enter saves;
 * Esc goes back. `why` says in words what is still missing, beside the button that waits for it.
 */
export function DocumentForm({
  title,
  fields,
  aside,
  below,
  action,
  busy,
  why,
  error,
  onSave,
  second,
  onClose,
}: {
  title: string;
  fields: ReactNode;
  aside: ReactNode;
  below?: ReactNode;
  action: string;
  busy: boolean;
  why: string | null;
  error: AppError | null;
  onSave: () => void;
  /** Another way to save, such as a draft that may lack something. */
  second?: { action: string; ready: boolean; onSave: () => void };
  onClose: () => void;
}) {
  const t = useWords<typeof words>('documents');
  useActions([
    { id: 'document.back', title: t('back'), group: 'view', shortcut: 'escape', inFields: true, quiet: true, perform: onClose },
    {
      id: 'document.save',
      title: action,
      group: 'record',
      shortcut: 'mod+s',
      inFields: true,
      predicate: () => why === null && !busy,
      perform: onSave,
    },
    ...(second
      ? [
          {
            id: 'document.second',
            title: second.action,
            group: 'record' as const,
            predicate: () => second.ready && !busy,
            perform: second.onSave,
          },
        ]
      : []),
  ]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (why === null && !busy) onSave();
  };
  return (
    <form className="page doc-form" aria-label={title} onSubmit={submit} noValidate>
      <PageHeader
        title={title}
        actions={
          <Button variant="default" onClick={onClose}>
            {t('back')}
          </Button>
        }
      />
      <div className="page-scroll">
        <div className="doc-top">
          <div className="form-grid doc-fields">{fields}</div>
          <div className="doc-aside">{aside}</div>
        </div>
        {below}
      </div>
      <div className="doc-foot">
        {error ? <ErrorState error={error} /> : null}
        <div className="doc-foot-line">
          <span className="dim" role="status">
            {why ?? ''}
          </span>
          {second && (
            <Button variant="default" disabled={!second.ready || busy} onClick={second.onSave}>
              {second.action}
            </Button>
          )}
          <Button type="submit" loading={busy} disabled={why !== null}>
            {action}
          </Button>
        </div>
      </div>
    </form>
  );
}
