import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { RuleRow } from '../../../../services/contract/tax-rules.ts';
import { useCommand } from '../../../app/hooks.ts';
import { notifyDone } from '../../../app/notify.tsx';
import { useWordOf } from '../../../i18n/index.ts';
import { ErrorState, FormGrid, Wide } from '../../../ui/index.ts';
import { dialogTitle } from '../../documents/dialog-title.ts';
import type { Options } from '../../start/profile.ts';
import { bodyOf, draftOf, emptyDraft, missingOf, type RuleDraft } from './rule-draft.ts';
import { CaseOfRule } from './CaseOfRule.tsx';
import { RateFields, WhyFields } from './RuleFields.tsx';
import { useRuleWords } from './rule-words.ts';

/** A rule of the user's own: a new one, or one in the place of `replaced`, whose case it then keeps. */
export function RuleForm({
  replaced,
  options,
  country,
  entity,
  onClose,
  onMade,
}: {
  replaced: RuleRow['rule'] | null;
  options: Options;
  country: string;
  entity: string;
  onClose: () => void;
  onMade: (id: string) => void;
}) {
  const { t, word } = useRuleWords();
  const common = useWordOf('common');
  const add = useCommand('tax/add-rule', { quiet: true });
  const override = useCommand('tax/override-rule', { quiet: true });
  const [draft, setDraft] = useState<RuleDraft>(() => (replaced ? draftOf(replaced) : emptyDraft(country, entity)));
  const change = (part: Partial<RuleDraft>): void => setDraft((old) => ({ ...old, ...part }));
  const known = {
    country: options.countries.some((c) => c.iso === draft.country),
    entity: draft.entity === '' || options.entities.some((e) => e.id === draft.entity),
  };
  const missing = missingOf(draft, known) ?? (replaced && draft.from === null ? 'needFrom' : null);
  const error = replaced ? override.error : add.error;
  const save = async (): Promise<void> => {
    const rule = bodyOf(draft, known, replaced ?? undefined);
    const reason = draft.reason.trim();
    const result = replaced ? await override.run({ replaces: replaced.id, with: { rule }, reason }) : await add.run({ rule, reason });
    if (!result.ok) return;
    const { id } = result.value;
    notifyDone(replaced ? t('done.override', { id, replaces: replaced.id }) : t('done.add', { id }));
    onMade(id);
  };
  const title = replaced ? `${dialogTitle(t('act.override'))} ${replaced.id}` : dialogTitle(t('act.add'));
  return (
    <Modal opened onClose={onClose} title={title} size={760} closeButtonProps={{ 'aria-label': common('close') }}>
      <FormGrid
        label={title}
        onSubmit={() => {
          if (missing === null) void save();
        }}
        actions={
          <>
            <Button type="submit" disabled={missing !== null} loading={add.busy || override.busy}>
              {common('save')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {common('cancel')}
            </Button>
            <span className="dim" role="status">
              {missing ? word(missing) : ''}
            </span>
          </>
        }
      >
        {replaced && (
          <Wide>
            <p className="dialog-text">{t('ask.override', { id: replaced.id })}</p>
          </Wide>
        )}
        {!replaced && <CaseOfRule draft={draft} options={options} known={known} change={change} />}
        <RateFields draft={draft} fixed={replaced !== null} change={change} />
        <WhyFields draft={draft} change={change} />
        {error && (
          <Wide>
            <ErrorState error={error} />
          </Wide>
        )}
      </FormGrid>
    </Modal>
  );
}
