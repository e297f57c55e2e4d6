import { english, type Said, type Sentence } from './words/said.ts';

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
  /** Message and remedy as sentences with parameters, where they have any: what another language is made of. */
  said?: SaidError;
  [key: string]: unknown;
}

export interface SaidError {
  message?: Said;
  remedy?: Said;
}

/** Details as code writes them: the remedy may be a sentence with parameters. */
export interface GivenDetails {
  file?: string;
  row?: number;
  column?: string;
  value?: string;
  remedy?: Sentence;
  said?: SaidError;
  [key: string]: unknown;
}

const saidOf = (message: Sentence, remedy: Sentence | null | undefined): SaidError | null => {
  if (typeof message === 'string' && (remedy === null || typeof remedy !== 'object')) return null;
  return { ...(typeof message === 'object' && { message }), ...(remedy !== null && typeof remedy === 'object' && { remedy }) };
};

/** Message and remedy in English and, beside them, what they were made of where they have parameters. */
export function spoken(message: Sentence, remedy: Sentence | null): { message: string; remedy: string | null; said?: SaidError } {
  const said = saidOf(message, remedy);
  return { message: english(message), remedy: remedy === null ? null : english(remedy), ...(said && { said }) };
}

/** The failure with its English text and, beside it, what that text was made of. */
export function appError(code: string, message: Sentence, details?: GivenDetails): AppError {
  const said = saidOf(message, details?.remedy);
  if (!details && !said) return { code, message: english(message) };
  const { remedy, ...place } = details ?? {};
  return {
    code,
    message: english(message),
    details: { ...place, ...(remedy !== undefined && { remedy: english(remedy) }), ...(said && { said }) },
  };
}

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

export const fail = (code: string, message: Sentence, details?: GivenDetails): { ok: false; error: AppError } => ({
  ok: false,
  error: appError(code, message, details),
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
export function refuse(code: string, message: Sentence, details?: GivenDetails): never {
  throw new Failure(appError(code, message, details));
}

/** The value, or a thrown Failure. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Failure(result.error);
}
