import { Card, Facts } from '../../ui/index.ts';
import type { Quote } from './case.ts';
import { useRuleWords } from './rules/rule-words.ts';

/** What an answer says beside its figures: who remits, the document, the tax id, what has to be handed in, and how sure it is. */
export function AnswerFacts({ quote: { remits, document, taxId, evidence, status, rule } }: { quote: Quote }) {
  const { t, word, status: statusName, text } = useRuleWords();
  const proof = (e: Quote['evidence'][number]): string =>
    [
      word(`evidenceDocument.${e.document}`),
      e.days === null ? null : t('evidenceDays', { days: e.days }),
      e.trigger && word(`evidenceTrigger.${e.trigger}`),
      ...e.channels.map((c) => t(`channels.${c as 'post'}`, { defaultValue: c })),
    ]
      .filter(Boolean)
      .join(', ');
  const items = [
    [t('whoRemits'), remits?.by ? [word(`remitsBy.${remits.by}`), remits.to && text(remits.to)].filter(Boolean).join(' → ') : null],
    [
      t('document'),
      document &&
        [document.kind && text(document.kind), document.numberPrefix && `${t('numberPrefix')} ${document.numberPrefix}`]
          .filter(Boolean)
          .join(' · '),
    ],
    [
      t('taxId'),
      taxId &&
        [
          taxId.length ? t('taxIdLength', { name: text(taxId.name), length: taxId.length }) : text(taxId.name),
          taxId.example,
          taxId.status === 'any' ? null : statusName(taxId.status),
        ]
          .filter(Boolean)
          .join(' · '),
    ],
    [
      t('evidence'),
      evidence.length > 0 ? (
        <ul key="evidence" className="rule-list">
          {evidence.map((e) => (
            <li key={e.rule}>
              {proof(e)} <span className="dim">{e.rule}</span>
            </li>
          ))}
        </ul>
      ) : null,
    ],
    [t('hint'), status.unsetCountsAs && t('counts', { status: statusName(status.unsetCountsAs) })],
    [t('status'), status.choose.length > 0 ? t('chooseOne', { statuses: status.choose.map(statusName).join(', ') }) : null],
    [t('days'), rule && (rule.from ?? rule.to) ? `${rule.from ?? '…'} – ${rule.to ?? '…'}` : null],
    [t('certaintyHead'), rule && (rule.own ? t('ownRule', { reason: text(rule.own.reason) }) : word(`certainty.${rule.certainty}`))],
  ] as const;
  if (items.every(([, value]) => !value)) return null;
  return (
    <Card title={t('facts')}>
      <Facts items={items} />
    </Card>
  );
}
