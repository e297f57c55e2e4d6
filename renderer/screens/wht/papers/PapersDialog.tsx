import { Button, Modal, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { PAPER_LANGUAGES, type PaperLanguage } from '../../../../domain/invoices/paper-language.ts';
import { BORNE, PLAIN_TAWI, TAWI_RETURNS, type TawiOptions, type TawiReturn } from '../../../../domain/wht/paper-options.ts';
import type { Output } from '../../../../services/contract/index.ts';
import type { Certificate } from '../../../../services/contract/wht.ts';
import { useCall } from '../../../app/hooks.ts';
import { useLanguage, useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/certificatePapers.json';
import { DateInput, FormGrid, Wide } from '../../../ui/index.ts';
import { today } from '../../documents/keys.ts';
import { usePapers, type PaperKind } from './usePapers.ts';

/** A certificate as PDF, or the letter or message that certificates of one payee go with. */
export function PapersDialog({ certificates, onClose }: { certificates: readonly Certificate[]; onClose: () => void }) {
  const t = useWords<typeof words>('certificatePapers');
  const common = useWordOf('common');
  const here = useLanguage();
  const single = certificates.length === 1 ? certificates[0]! : null;
  const about = useCall(
    'wht/paper',
    { number: single?.number ?? '-', issuer: single?.issuer ?? null, id: single?.id ?? null },
    { enabled: single !== null },
  );
  const [kind, setKind] = useState<PaperKind>(single ? 'certificate' : 'letter');
  const [language, setLanguage] = useState<PaperLanguage>(here);
  const [date, setDate] = useState(today());
  const [thai, setThai] = useState<TawiOptions>(PLAIN_TAWI);
  const papers = usePapers(certificates);
  const isThai = kind === 'certificate' && about.data?.thai === true;
  const kinds: readonly PaperKind[] = single ? ['certificate', 'letter', 'mail'] : ['letter', 'mail'];
  const save = async (): Promise<void> => {
    if (await papers.write({ kind, language, thai, date })) onClose();
  };
  const title = (here === 'zh-CN' ? about.data?.title.zh : about.data?.title.en) ?? t('certificate');
  return (
    <Modal opened onClose={onClose} title={t('dialog')} size={520} closeButtonProps={{ 'aria-label': common('close') }}>
      <FormGrid
        label={t('dialog')}
        onSubmit={() => void save()}
        actions={
          <>
            <Button type="submit" loading={papers.busy}>
              {t('write')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
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
            data={kinds.map((value) => ({ value, label: t(value) }))}
            onChange={(value) => setKind(value as PaperKind)}
          />
        </Wide>
        <Wide>
          <p className="dim">{kind === 'certificate' ? t('certificateText', { title }) : t(`${kind}Text`)}</p>
        </Wide>
        <Select
          label={isThai ? t('secondLine') : t('language')}
          value={language}
          allowDeselect={false}
          data={PAPER_LANGUAGES.map((value) => ({ value, label: t(value) }))}
          onChange={(value) => setLanguage(value as PaperLanguage)}
        />
        {kind !== 'certificate' && <DateInput label={t('date')} value={date} onChange={(next) => next && setDate(next)} />}
        {isThai && about.data && <ThaiFields about={about.data} thai={thai} onChange={setThai} />}
      </FormGrid>
    </Modal>
  );
}

/** Names of the returns in Latin letters: few machines have a Thai font for the screen. */
const RETURNS: Record<TawiReturn, string> = {
  '1a': 'P.N.D. 1a',
  '1a-special': 'P.N.D. 1a (special)',
  '2': 'P.N.D. 2',
  '3': 'P.N.D. 3',
  '2a': 'P.N.D. 2a',
  '3a': 'P.N.D. 3a',
  '53': 'P.N.D. 53',
};

/** What only the Thai form asks for. */
function ThaiFields({ about, thai, onChange }: { about: Output<'wht/paper'>; thai: TawiOptions; onChange: (thai: TawiOptions) => void }) {
  const t = useWords<typeof words>('certificatePapers');
  const by = about.return === null ? t('returnNone') : t('returnBy', { kind: RETURNS[about.return] });
  return (
    <>
      <Select
        label={t('return')}
        value={thai.return ?? ''}
        allowDeselect={false}
        data={[{ value: '', label: by }, ...TAWI_RETURNS.map((value) => ({ value, label: RETURNS[value] }))]}
        onChange={(value) => onChange({ ...thai, return: (value || null) as TawiReturn | null })}
      />
      <TextInput
        label={t('book')}
        value={thai.book}
        maxLength={20}
        onChange={(event) => onChange({ ...thai, book: event.currentTarget.value })}
      />
      <TextInput
        label={t('sequence')}
        value={thai.sequence}
        maxLength={20}
        onChange={(event) => onChange({ ...thai, sequence: event.currentTarget.value })}
      />
      <Select
        label={t('borne')}
        value={thai.borne}
        allowDeselect={false}
        data={BORNE.map((value) => ({ value, label: t(`borneKind.${value}`) }))}
        onChange={(value) => onChange({ ...thai, borne: value as TawiOptions['borne'] })}
      />
      {thai.borne === 'other' && (
        <TextInput
          label={t('borneNote')}
          value={thai.borneNote}
          maxLength={60}
          onChange={(event) => onChange({ ...thai, borneNote: event.currentTarget.value })}
        />
      )}
    </>
  );
}
