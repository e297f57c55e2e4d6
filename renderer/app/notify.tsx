import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import type { AppError } from '../../domain/result.ts';
import { toldError } from '../i18n/told.ts';
import { Place } from '../ui/ErrorState.tsx';

/** The cross of a notice, with its word for screen readers. */
export const cross = (): { 'aria-label': string } => ({ 'aria-label': i18next.t('close', { ns: 'common' }) });

/** A failure in words with its place and remedy; stays until it is closed. */
export function notifyError(error: AppError): void {
  notifications.show({
    color: 'red',
    title: toldError(error).message,
    message: <Place error={error} />,
    autoClose: false,
    withBorder: true,
    closeButtonProps: cross(),
  });
}

/** Says that something was done. Goes away by itself. */
export function notifyDone(message: string): void {
  notifications.show({ color: 'green', message, autoClose: 4000, withBorder: true, closeButtonProps: cross() });
}
