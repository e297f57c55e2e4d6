import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { ErrorState } from '../ui/ErrorState.tsx';
import { word } from '../i18n/index.ts';
import { toldError } from '../i18n/told.ts';
import { appErrorOf } from './query.ts';

/** A fault of the interface, in words; the book is not touched by it. */
export function Failed({ error }: { error: unknown }) {
  const { said: _, ...details } = appErrorOf(error).details ?? {};
  const told = { ...appErrorOf(error), ...toldError(appErrorOf(error)) };
  return (
    <div className="page-scroll">
      <ErrorState
        error={{
          code: told.code,
          message: word('frame', 'fault', { message: told.message }),
          details: { ...details, remedy: word('frame', 'faultRemedy') },
        }}
        action={<Button onClick={() => window.location.reload()}>{word('frame', 'reload')}</Button>}
      />
    </div>
  );
}

/** Catches what a screen throws while it renders. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };
  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }
  override render(): ReactNode {
    return this.state.error === null ? this.props.children : <Failed error={this.state.error} />;
  }
}
