import type { RuleRow } from '../../../../services/contract/tax-rules.ts';
import { useLanguage, useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/taxRules.json';
import type { Mark } from '../../../ui/index.ts';
import { say } from '../say.ts';

type Rule = RuleRow['rule'];

export const STATE_MARKS: Readonly<Record<RuleRow['state'], Mark>> = {
  holds: 'pass',
  partly: 'explained',
  replaced: 'missing',
  off: 'missing',
  withdrawn: 'missing',
};

/** The words of the rules' view, and what it says of a rule's parts in the reader's language. */
export function useRuleWords() {
  const t = useWords<typeof words>('taxRules');
  const word = useWordOf('taxRules');
  const start = useWordOf('start');
  const language = useLanguage();
  return {
    t,
    word,
    language,
    status: (status: Rule['status']): string => start(`status.${status}`),
    treatment: (treatment: Rule['treatment']): string => word(`treatment.${treatment}`),
    region: ({ region }: Rule): string | null => (!region ? null : 'is' in region ? region.is : t('regionNot', { region: region.not })),
    /** `8`, or `9 + 9`, or null where none is printed. */
    rateText: (rule: Rule): string | null => {
      const parts = rule.tax?.components ?? [];
      if (parts.length > 1) return parts.map((p) => p.ratePct ?? '–').join(' + ');
      // A rate in a worked example is none of the rule's own.
      const listed = rule.treatment === 'treaty_rate' || rule.treatment === 'may_apply' ? (rule.wht?.rates ?? []) : [];
      return rule.tax?.ratePct ?? rule.wht?.ratePct ?? (listed.map((r) => r.ratePct).join(' / ') || null);
    },
    tax: (rule: Rule): string => rule.tax?.code ?? (rule.kind === 'wht' ? 'WHT' : ''),
    text: (text: string): string => say(text, language),
  };
}
