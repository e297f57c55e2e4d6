/** Outcome of anything that can fail in a way a person should read. Errors are values at every edge. */
export type Result<T, E = AppError> = { ok: true; value: T } | { ok: false; error: E };

/**
 * A failure in words for the user. `code` is stable and machine-readable (`import.unknown-format`);
 * `message` is English and complete by itself; `details` name the place and the remedy.
 */
export interface AppError {
  code: string;
  message: string;
  details?: ErrorDetails;
}

export interface ErrorDetails {
  file?: string;
  /** 1-based row in the source file, header included. */
  row?: number;
  column?: string;
  value?: string;
  /** What to do about it. */
  remedy?: string;
  [key: string]: unknown;
}

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

export const fail = (code: string, message: string, details?: ErrorDetails): { ok: false; error: AppError } => ({
  ok: false,
  error: details ? { code, message, details } : { code, message },
});

/** Carries an AppError through code that cannot return a Result; caught at the contract's edge only. */
export class Failure extends Error {
  readonly error: AppError;
  constructor(error: AppError) {
    super(error.message);
    this.name = 'Failure';
    this.error = error;
  }
}

/** Throws a Failure; for services, whose host turns it into a Result. */
export function refuse(code: string, message: string, details?: ErrorDetails): never {
  throw new Failure(details ? { code, message, details } : { code, message });
}

/** The value, or a thrown Failure. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Failure(result.error);
}
