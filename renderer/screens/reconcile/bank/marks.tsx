import type { BankContinuity, BankLine, BankStatement } from '../../../../services/contract/bank.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/bank.json';
import { amountText, StatusMark, type Mark } from '../../../ui/index.ts';

const STATES: Readonly<Record<BankLine['state'], Mark>> = { open: 'due', matched: 'pass', ignored: 'missing' };

/** Whether a line is a payment already. */
export function LineState({ state }: { state: BankLine['state'] }) {
  const t = useWords<typeof words>('bank');
  return <StatusMark mark={STATES[state]} label={t(`state.${state}`)} />;
}

/** Whether opening balance and lines lead to the closing balance. */
export function SumMark({ statement }: { statement: Pick<BankStatement, 'difference'> }) {
  const t = useWords<typeof words>('bank');
  const { difference } = statement;
  if (difference === null) return <StatusMark mark="missing" label={t('sum.unknown')} />;
  return difference === '0' ? (
    <StatusMark mark="pass" label={t('sum.agrees')} />
  ) : (
    <StatusMark mark="fail" label={t('sum.differs', { difference: amountText(difference) })} />
  );
}

/** How a statement follows the one before it. */
export function FollowMark({ continuity }: { continuity: BankContinuity | null }) {
  const t = useWords<typeof words>('bank');
  if (!continuity) return null;
  if (continuity.state === 'gap')
    return <StatusMark mark="fail" label={t('follow.gap', { difference: amountText(continuity.difference ?? '0') })} />;
  return <StatusMark mark={continuity.state === 'follows' ? 'pass' : 'missing'} label={t(`follow.${continuity.state}`)} />;
}
