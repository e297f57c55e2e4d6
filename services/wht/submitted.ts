import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';

/** Day on which a certificate of that date is handed in: the given one, else today; neither in the future nor before the paper. */
export function submittedOn(given: string | null, date: string, today: string): string {
  const day = given ?? today;
  if (day > today)
    refuse('wht.submitted-future', say`The day of submission, ${{ date: day }}, lies in the future.`, {
      column: 'submitted',
      value: day,
      remedy: 'Enter the day on which the certificate was handed in.',
    });
  if (given !== null && given < date)
    refuse('wht.submitted-before', say`The certificate of ${{ date }} cannot have been handed in on ${{ day }}.`, {
      column: 'submitted',
      value: day,
      remedy: 'Check both days.',
    });
  return day;
}

/** Day of the vendor's answer: the given one, else today; neither in the future nor before the submission. */
export function decidedOn(given: string | null, submitted: string | null, today: string): string {
  const day = given ?? today;
  if (day > today)
    refuse('wht.decided-future', say`The day of the answer, ${{ date: day }}, lies in the future.`, {
      column: 'date',
      value: day,
      remedy: 'Enter the day on which the vendor answered.',
    });
  if (given !== null && submitted !== null && given < submitted)
    refuse(
      'wht.decided-before',
      say`The certificate was handed in on ${{ date: submitted }}; it cannot have been answered on ${{ day }}.`,
      {
        column: 'date',
        value: day,
        remedy: 'Check both days.',
      },
    );
  return day;
}
