import { Button } from '@mantine/core';
import type { RuleRow } from '../../../../services/contract/tax-rules.ts';
import { Facts, Inspector, InspectorPart, StatusMark } from '../../../ui/index.ts';
import type { RuleDeed } from './RuleDialogs.tsx';
import { RuleFacts } from './RuleFacts.tsx';
import { RuleUses } from './RuleUses.tsx';
import { STATE_MARKS, useRuleWords } from './rule-words.ts';

/** One rule with everything that is printed or written of it, what stands over it, and which answers used it. */
export function RuleInspector({
  row,
  acts,
  country,
  onClose,
  onShow,
  onDeed,
}: {
  row: RuleRow;
  /** Own rules that stand or stood in its place, withdrawn ones too. */
  acts: readonly RuleRow[];
  country: string;
  onClose: () => void;
  onShow: (id: string) => void;
  onDeed: (deed: RuleDeed) => void;
}) {
  const { t, word, text } = useRuleWords();
  const { rule, own } = row;
  const fixed = row.layer === 'pack' && row.state !== 'off' && row.state !== 'replaced' && rule.treatment !== 'not_stated';
  const rated = rule.kind === 'indirect' || rule.kind === 'wht';
  return (
    <Inspector
      title={row.id}
      subtitle={country}
      onClose={onClose}
      footer={
        <div className="row-actions">
          {fixed && rated && <Button onClick={() => onDeed('override')}>{t('act.override')}</Button>}
          {fixed && (
            <Button variant="default" onClick={() => onDeed('off')}>
              {t('act.off')}
            </Button>
          )}
          {own && !own.withdrawn && (
            <Button variant="default" onClick={() => onDeed('withdraw')}>
              {t('act.withdraw')}
            </Button>
          )}
        </div>
      }
    >
      <div className="rule-inspector">
        <StatusMark mark={STATE_MARKS[row.state]} label={word(`state.${row.state}`)} />
        {row.over.length > 0 && (
          <InspectorPart title={t('over')}>
            <ul className="rule-list">
              {row.over.map(({ id, act, from, to }) => (
                <li key={id}>
                  <button type="button" className="link" onClick={() => onShow(id)}>
                    {t(`overText.${act}`, { id })}
                  </button>{' '}
                  <span className="dim">
                    {from ?? '…'} – {to ?? '…'}
                  </span>
                </li>
              ))}
            </ul>
          </InspectorPart>
        )}
        <RuleFacts row={row} />
        {rule.notes && rule.notes.length > 0 && (
          <InspectorPart title={t('notes')}>
            <ul className="notes">
              {rule.notes.map((note) => (
                <li key={note}>{text(note)}</li>
              ))}
            </ul>
          </InspectorPart>
        )}
        {own && (
          <InspectorPart title={t('history')}>
            <Facts
              items={[
                [t('made'), t('by', { who: own.who, at: own.at.slice(0, 10) })],
                [t('reason'), own.reason],
                [
                  t('replaces'),
                  own.replaces ? (
                    <button key="replaces" type="button" className="link" onClick={() => onShow(own.replaces!)}>
                      {own.replaces}
                    </button>
                  ) : null,
                ],
                [t('withdrawn'), own.withdrawn && t('by', { who: own.withdrawn.who, at: own.withdrawn.at.slice(0, 10) })],
                [`${t('reason')} (${t('withdrawn')})`, own.withdrawn?.reason],
              ]}
            />
          </InspectorPart>
        )}
        {acts.length > 0 && (
          <InspectorPart title={t('history')}>
            <ul className="rule-list">
              {acts.map(({ id, own: act }) => (
                <li key={id}>
                  <button type="button" className="link" onClick={() => onShow(id)}>
                    {id}
                  </button>{' '}
                  {act && t('by', { who: act.who, at: act.at.slice(0, 10) })}: {act?.reason}
                  {act?.withdrawn && (
                    <span className="rule-source">
                      {t('withdrawn')}: {t('by', { who: act.withdrawn.who, at: act.withdrawn.at.slice(0, 10) })}: {act.withdrawn.reason}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </InspectorPart>
        )}
        {rated && <RuleUses id={row.id} />}
      </div>
    </Inspector>
  );
}
