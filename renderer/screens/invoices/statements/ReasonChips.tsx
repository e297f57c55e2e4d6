import type { PaperPairShown } from '../../../../services/contract/statements.ts';
import { useTell } from '../../../i18n/told.ts';
import { useStatementWords } from './words.ts';

/** Why two documents look like one, or not: a word each, the sentence as its tool tip. */
export function ReasonChips({ reasons }: { reasons: PaperPairShown['reasons'] }) {
  const { of } = useStatementWords();
  const tell = useTell();
  return (
    <span className="reason-chips">
      {reasons.map(({ reason, points, said }) => (
        <span key={reason} className={points < 0 ? 'reason against' : 'reason'} title={tell.sentence(said)}>
          {of(`duplicates.reason.${reason}`)}
        </span>
      ))}
    </span>
  );
}
