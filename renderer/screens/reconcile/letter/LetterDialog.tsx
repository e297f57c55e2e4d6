import { Button, Loader, Modal, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { PAPER_LANGUAGES, type PaperLanguage } from '../../../../domain/invoices/paper-language.ts';
import { useCall } from '../../../app/hooks.ts';
import { useJob } from '../../../app/useJob.ts';
import { saveAs } from '../../../host/files.ts';
import { useLanguage, useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/letter.json';
import { DateInput, ErrorState, FormGrid, Wide } from '../../../ui/index.ts';
import type { AppError } from '../../../../domain/result.ts';
import { today } from '../../documents/keys.ts';
import type { LetterAbout } from './LetterButton.tsx';
import { LetterItems } from './LetterItems.tsx';

type Kind = 'letter' | 'mail';

/** To whom, by when, in which language; what the letter will say stands below. */
export function LetterDialog({ period, checks = [], discrepancies = [], onClose }: LetterAbout & { onClose: () => void }) {
  const t = useWords<typeof words>('letter');
  const common = useWordOf('common');
  const here = useLanguage();
  const [kind, setKind] = useState<Kind>('letter');
  const [language, setLanguage] = useState<PaperLanguage>(here);
  const [party, setParty] = useState<number | null>(null);
  const [date, setDate] = useState(today());
  const [deadline, setDeadline] = useState<string | null>(null);
  const [reference, setReference] = useState('');
  const [note, setNote] = useState('');
  const [error, setError] = useState<AppError | null>(null);
  const letter = useJob('export/disputeLetter');
  const mail = useJob('export/disputeMail');
  const choice = {
    period,
    checks: [...checks],
    discrepancies: [...discrepancies],
    party,
    date,
    deadline,
    reference: reference.trim() || null,
    note,
    language,
  };
  const shown = useCall('discrepancies/letter', { ...choice, note: '', reference: null }, { keep: true });
  const draft = shown.data;
  const name = `${(reference.trim() || draft?.reference || 'letter').replace(/[^\w.-]+/g, '_')}.${kind === 'letter' ? 'pdf' : 'eml'}`;
  const write = async (): Promise<void> => {
    setError(null);
    const result = await saveAs<unknown>(name, (target) => {
      const options = { title: t('job', { name }), describe: () => ({ text: t('written', { name }), mark: 'pass' as const }) };
      return kind === 'letter' ? letter.start({ ...choice, target }, options) : mail.start({ ...choice, target }, options);
    });
    if (!result.ok) {
      if (result.error.code !== 'call.cancelled') setError(result.error);
    } else if (result.value !== null) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('title')} size={720} closeButtonProps={{ 'aria-label': common('close') }}>
      {shown.error ? (
        <ErrorState error={shown.error} retry={shown.retry} />
      ) : !draft ? (
        <Loader size="sm" aria-label={t('title')} />
      ) : (
        <FormGrid
          label={t('title')}
          onSubmit={() => void write()}
          actions={
            <>
              <Button type="submit" loading={letter.busy || mail.busy}>
                {kind === 'letter' ? t('writeLetter') : t('writeMail')}
              </Button>
              <Button variant="default" onClick={onClose}>
                {common('cancel')}
              </Button>
            </>
          }
        >
          <Wide>
            <SegmentedControl
              fullWidth
              size="xs"
              aria-label={t('kind')}
              value={kind}
              data={(['letter', 'mail'] as const).map((value) => ({ value, label: t(`kinds.${value}`) }))}
              onChange={(value) => setKind(value === 'mail' ? 'mail' : 'letter')}
            />
          </Wide>
          <Select
            label={t('to')}
            placeholder={here === 'zh-CN' ? draft.to.name.zh : draft.to.name.en}
            clearable
            value={party === null ? null : String(party)}
            data={draft.parties.map(({ id, name: of }) => ({ value: String(id), label: of }))}
            onChange={(value) => setParty(value === null ? null : Number(value))}
          />
          <Select
            label={t('language')}
            value={language}
            allowDeselect={false}
            data={PAPER_LANGUAGES.map((value) => ({ value, label: LANGUAGES[value] }))}
            onChange={(value) => setLanguage(PAPER_LANGUAGES.find((known) => known === value) ?? 'en')}
          />
          <DateInput label={t('date')} value={date} onChange={(next) => next && setDate(next)} />
          <DateInput label={t('deadline')} placeholder={draft.deadline} value={deadline} onChange={setDeadline} />
          <TextInput
            label={t('reference')}
            placeholder={draft.reference}
            value={reference}
            maxLength={60}
            onChange={(event) => setReference(event.currentTarget.value)}
          />
          <div className="letter-to">
            <span className="dim">{t('address')}</span>
            <span>{draft.to.address.join(', ') || t('noAddress')}</span>
            {kind === 'mail' && <span>{draft.recipients.join(', ') || t('noRecipient')}</span>}
          </div>
          <Wide>
            <Textarea
              label={t('note')}
              description={t('noteHint')}
              autosize
              minRows={2}
              maxRows={6}
              maxLength={2000}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
          </Wide>
          <Wide>
            <LetterItems items={draft.items} />
          </Wide>
          {error && (
            <Wide>
              <ErrorState error={error} />
            </Wide>
          )}
        </FormGrid>
      )}
    </Modal>
  );
}

const LANGUAGES: Record<PaperLanguage, string> = { en: 'English', 'zh-CN': '简体中文', both: 'English · 简体中文' };
