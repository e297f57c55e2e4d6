import { Button } from '@mantine/core';
import { useState } from 'react';
import type { WhtAct, WhtStatus } from '../../../domain/wht/states.ts';
import type { Certificate } from '../../../services/contract/wht.ts';
import { useActions } from '../../actions/registry.ts';
import { useGo } from '../../app/place.ts';
import { useWordOf, useWords } from '../../i18n/index.ts';
import { useTell } from '../../i18n/told.ts';
import type detailWords from '../../i18n/en/certificate.json';
import type words from '../../i18n/en/wht.json';
import { Ident, Inspector, InspectorPart, StatusMark } from '../../ui/index.ts';
import { dialogTitle } from '../documents/dialog-title.ts';
import { History } from '../documents/History.tsx';
import { CertificateFiles } from './bundle/CertificateFiles.tsx';
import { CertificateDialogs } from './CertificateDialogs.tsx';
import { CertificateFacts } from './CertificateFacts.tsx';
import { CertificateIncome } from './CertificateIncome.tsx';
import { CertificateLines } from './CertificateLines.tsx';
import { canBeCorrected, legalActs, MARKS } from './certificates.ts';
import { CertificatePapers } from './papers/CertificatePapers.tsx';
import { RemarkList } from './RemarkList.tsx';
import './wht.css';

/** All about one certificate: what it proves, for which invoices, and what the vendor said. `onMoved` is told its new state. */
export function CertificateInspector({
  certificate,
  onClose,
  onMoved,
}: {
  certificate: Certificate;
  onClose: () => void;
  onMoved: (status: WhtStatus) => void;
}) {
  const t = useWords<typeof words>('wht');
  const word = useWordOf('wht');
  const tell = useTell();
  const d = useWords<typeof detailWords>('certificate');
  const go = useGo();
  const [act, setAct] = useState<WhtAct | null>(null);
  const acts = legalActs(certificate);
  const edit = (): void => go('/wht', { edit: String(certificate.id) });
  const correct = (): void => go('/wht', { new: '1', replaces: String(certificate.id) });
  const entries = [
    ...(certificate.status === 'draft' ? [{ id: 'edit', title: d('edit'), perform: edit }] : []),
    ...(canBeCorrected(certificate) ? [{ id: 'correct', title: d('correct'), perform: correct }] : []),
  ];
  useActions([
    ...acts.map((name) => ({
      id: `wht.${name}`,
      title: `${dialogTitle(t(`act.${name}`))}: ${certificate.number}`,
      group: 'record' as const,
      perform: () => setAct(name),
    })),
    ...entries.map((entry) => ({
      ...entry,
      id: `wht.${entry.id}`,
      title: `${entry.title}: ${certificate.number}`,
      group: 'record' as const,
    })),
  ]);
  return (
    <Inspector
      onClose={onClose}
      title={<Ident value={certificate.number} length={34} copy />}
      subtitle={
        <span className="inline-action">
          {t('certificate')}
          {certificate.generated ? ` · ${t('generatedNumber')}` : ''}{' '}
          <StatusMark mark={MARKS[certificate.status]} label={word(`status.${certificate.status}`)} />
        </span>
      }
      footer={
        acts.length + entries.length === 0 ? null : (
          <>
            {acts
              .filter((name) => name !== 'void')
              .map((name) => (
                <Button key={name} variant={name === 'refuse' ? 'default' : 'filled'} onClick={() => setAct(name)}>
                  {t(`act.${name}`)}
                </Button>
              ))}
            {entries.map((entry) => (
              <Button key={entry.id} variant="default" onClick={entry.perform}>
                {entry.title}
              </Button>
            ))}
            {acts.includes('void') && (
              <Button color="red" variant="subtle" c="var(--fail)" ml="auto" onClick={() => setAct('void')}>
                {t('act.void')}
              </Button>
            )}
          </>
        )
      }
    >
      <CertificateLines certificate={certificate} />
      <CertificateIncome certificate={certificate} />
      {certificate.problems.length > 0 && (
        <InspectorPart title={d('problems')}>
          {certificate.problems.map((problem) => (
            <p key={problem.code + problem.message} className="inspector-note remark">
              <StatusMark mark="missing" label={problem.said ? tell.sentence(problem.said) : tell.sentence(problem.message)} />
            </p>
          ))}
        </InspectorPart>
      )}
      <RemarkList certificate={certificate} />
      <InspectorPart title={t('facts')}>
        <CertificateFacts certificate={certificate} />
      </InspectorPart>
      <InspectorPart title={t('files')}>
        <CertificateFiles certificate={certificate} />
      </InspectorPart>
      <CertificatePapers certificate={certificate} />
      <InspectorPart title={t('history')}>
        <History entries={certificate.history} namespace="wht" />
      </InspectorPart>
      <CertificateDialogs certificate={certificate} act={act} onClose={() => setAct(null)} onMoved={onMoved} />
    </Inspector>
  );
}
