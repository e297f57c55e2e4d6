import type { AppError, SaidError } from '../../domain/result.ts';
import { tell, type Tongue } from '../../domain/words/tell.ts';
import type { Said, Sentence } from '../../domain/words/said.ts';
import { currentLanguage, useLanguage } from './index.ts';

/** Anything that carries a message and a remedy in English and, where they have parameters, what they were made of. */
interface Spoken {
  message: string;
  remedy?: string | null;
  said?: SaidError;
}

export interface Told {
  message: string;
  remedy: string | null;
}

const inTongue = (spoken: Spoken, tongue: Tongue): Told => ({
  message: tell(spoken.said?.message ?? spoken.message, tongue),
  remedy: spoken.remedy ? tell(spoken.said?.remedy ?? spoken.remedy, tongue) : null,
});

const errorIn = ({ message, details }: AppError, tongue: Tongue): Told =>
  inTongue({ message, remedy: details?.remedy ?? null, ...(details?.said && { said: details.said }) }, tongue);

/** What the services say, in the language of the interface; re-renders when it changes. */
export function useTell(): {
  sentence: (sentence: Sentence) => string;
  error: (error: AppError) => Told;
  notice: (notice: Spoken) => Told;
  reason: (reject: { reason: string; said?: Said | undefined }) => string;
} {
  const tongue = useLanguage();
  return {
    sentence: (sentence) => tell(sentence, tongue),
    error: (error) => errorIn(error, tongue),
    notice: (notice) => inTongue(notice, tongue),
    reason: ({ reason, said }) => tell(said ?? reason, tongue),
  };
}

/** Outside React: what went wrong, in the language of the interface. */
export const toldError = (error: AppError): Told => errorIn(error, currentLanguage());
