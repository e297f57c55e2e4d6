import type { RuleRow } from '../../../../services/contract/tax-rules.ts';
import { Facts } from '../../../ui/index.ts';
import { useRuleWords } from './rule-words.ts';

/** Everything of the rule that is a fact. */
export function RuleFacts({ row: { rule } }: { row: RuleRow }) {
  const { t, word, status, treatment, region, text, language } = useRuleWords();
  const components = rule.tax?.components ?? [];
  const { evidence, wht } = rule;
  const percent = (rate: string | null): string => (rate === null ? t('rateNone') : `${rate} %`);
  return (
    <Facts
      items={[
        [t('filter.kind'), word(`kind.${rule.kind}`)],
        [t('entity'), rule.entity ?? t('anyEntity')],
        [t('status'), [status(rule.status), rule.statusLabel].filter(Boolean).join(' · ')],
        [t('hint'), rule.ifStatusUnset ? status(rule.ifStatusUnset) : null],
        [t('region'), region(rule)],
        [t('days'), rule.from === null && rule.to === null ? t('daysNone') : `${rule.from ?? '…'} – ${rule.to ?? '…'}`],
        [t('effect'), rule.basis ? t(`countBy.${rule.basis}`, { zone: rule.zone ?? '' }) : null],
        [t('treatmentHead'), treatment(rule.treatment)],
        [t('tax'), rule.tax ? `${rule.tax.code} · ${language === 'en' ? rule.tax.name : rule.tax.nameZh}` : null],
        [
          t('rate'),
          rule.tax
            ? components.length > 1
              ? components.map((c) => `${c.code} ${percent(c.ratePct)}`).join(' + ')
              : percent(rule.tax.ratePct)
            : wht
              ? [
                  ...(wht.ratePct === null && wht.rates.length > 0 ? [] : [percent(wht.ratePct)]),
                  ...wht.rates.map((r) => `${text(r.incomeType)} ${r.ratePct} %`),
                ].join(' · ')
              : null,
        ],
        ['', rule.tax?.chargedStatusRatePct ? t('printed', { rate: rule.tax.chargedStatusRatePct }) : null],
        [t('treaty'), wht?.treaty],
        [
          t('remits'),
          [rule.remittedBy && word(`remitsBy.${rule.remittedBy}`), rule.remittedTo && text(rule.remittedTo)].filter(Boolean).join(' → '),
        ],
        [
          t('document'),
          [rule.invoice?.kind && text(rule.invoice.kind), rule.invoice?.numberPrefix && `${rule.invoice.numberPrefix}…`]
            .filter(Boolean)
            .join(' · '),
        ],
        [
          t('taxId'),
          rule.taxId
            ? rule.taxId.length
              ? t('taxIdLength', { name: text(rule.taxId.name), length: rule.taxId.length })
              : text(rule.taxId.name)
            : null,
        ],
        [
          t('evidence'),
          evidence
            ? [
                word(`evidenceDocument.${evidence.document}`),
                evidence.days === null ? null : t('evidenceDays', { days: evidence.days }),
                evidence.trigger && word(`evidenceTrigger.${evidence.trigger}`),
              ]
                .filter(Boolean)
                .join(', ')
            : null,
        ],
        [t('channel'), evidence?.channels.map((c) => t(`channels.${c as 'post'}`, { defaultValue: c })).join(', ')],
        [t('certaintyHead'), rule.own ? null : word(`certainty.${rule.certainty}`)],
        [t('source'), text(rule.source)],
      ]}
    />
  );
}
