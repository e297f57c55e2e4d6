import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AppError, Result } from '../../../domain/result.ts';
import type { WhtAct, WhtStatus } from '../../../domain/wht/states.ts';
import type { Certificate } from '../../../services/contract/wht.ts';
import { useActions } from '../../actions/registry.ts';
import { useCommand } from '../../app/hooks.ts';
import { notifyDone } from '../../app/notify.tsx';
import { useGo } from '../../app/place.ts';
import { useWordOf, useWords } from '../../i18n/index.ts';
import { useTell } from '../../i18n/told.ts';
import type words from '../../i18n/en/wht.json';
import { Amount, ConfirmDialog, Facts, Ident, Inspector, InspectorPart, StatusMark } from '../../ui/index.ts';
import { Attachments } from '../documents/Attachments.tsx';
import { dialogTitle } from '../documents/dialog-title.ts';
import { History } from '../documents/History.tsx';
import { legalActs, MARKS } from './certificates.ts';
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
  const [act, setAct] = useState<WhtAct | null>(null);
  const acts = legalActs(certificate);
  useActions(
    acts.map((name) => ({
      id: `wht.${name}`,
      title: `${dialogTitle(t(`act.${name}`))}: ${certificate.number}`,
      group: 'record' as const,
      perform: () => setAct(name),
    })),
  );
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
        acts.length === 0
          ? null
          : acts.map((name) => (
              <Button
                key={name}
                variant={name === 'accept' || name === 'submit' ? 'filled' : 'default'}
                {...(name === 'void' ? { color: 'red', variant: 'subtle', c: 'var(--fail)', ml: 'auto' } : {})}
                onClick={() => setAct(name)}
              >
                {t(`act.${name}`)}
              </Button>
            ))
      }
    >
      <Lines certificate={certificate} />
      {certificate.remarks.length > 0 && (
        <InspectorPart title={t('remarks')}>
          {certificate.remarks.map((remark) => (
            <p key={remark.message} className="inspector-note remark">
              <StatusMark mark="due" label={tell.sentence(remark.said)} />
            </p>
          ))}
        </InspectorPart>
      )}
      <InspectorPart title={t('facts')}>
        <Facts
          items={[
            [t('issuer'), certificate.issuer],
            [t('date'), certificate.date],
            [t('note'), certificate.note],
          ]}
        />
      </InspectorPart>
      <InspectorPart title={t('files')}>
        <Attachments files={certificate.attachments} />
      </InspectorPart>
      <InspectorPart title={t('history')}>
        <History entries={certificate.history} namespace="wht" />
      </InspectorPart>
      <Dialogs certificate={certificate} act={act} onClose={() => setAct(null)} onMoved={onMoved} />
    </Inspector>
  );
}

/** The invoices of the certificate, in its currency and, where that differs, in theirs. */
function Lines({ certificate }: { certificate: Certificate }) {
  const t = useWords<typeof words>('wht');
  const go = useGo();
  return (
    <table className="balance" aria-label={t('allocation')}>
      <caption>{certificate.currency}</caption>
      <tbody>
        {certificate.allocations.map((line, index) => (
          <tr key={line.invoice}>
            <th scope="row">
              <button type="button" className="link" onClick={() => go('/invoices', { doc: `:${line.invoice}` })}>
                <Ident value={line.invoice} length={24} />
              </button>
              <span className="links-sub">
                {t('lineFacts', { date: line.invoiceDate, net: line.invoiceNet, currency: line.invoiceCurrency })}
              </span>
              {line.invoiceCurrency !== certificate.currency && (
                <span className="links-sub">
                  {t('asPaid')} <Amount value={line.payAmount} currency={line.invoiceCurrency} showCurrency />
                </span>
              )}
            </th>
            <td>{index === 0 ? '' : '+'}</td>
            <td>
              <Amount value={line.amount} currency={certificate.currency} column={2} />
            </td>
          </tr>
        ))}
        <tr className="result">
          <th scope="row">{t('total')}</th>
          <td>=</td>
          <td>
            <Amount value={certificate.total} currency={certificate.currency} plainZero column={2} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Dialogs({
  certificate,
  act,
  onClose,
  onMoved,
}: {
  certificate: Certificate;
  act: WhtAct | null;
  onClose: () => void;
  onMoved: (status: WhtStatus) => void;
}) {
  const t = useWords<typeof words>('wht');
  const review = useCommand('wht/review', { quiet: true });
  const submit = useCommand('wht/submit', { quiet: true });
  const voiding = useCommand('wht/void', { quiet: true });
  const at = { number: certificate.number, issuer: certificate.issuer };
  const settle = async (name: WhtAct, run: Promise<Result<Certificate>>): Promise<AppError | null> => {
    const result = await run;
    if (!result.ok) return result.error;
    notifyDone(t(`done.${name}`));
    onMoved(result.value.status);
    return null;
  };
  const shared = (name: WhtAct) => ({
    opened: act === name,
    onClose,
    title: dialogTitle(t(`act.${name}`)),
    action: dialogTitle(t(`act.${name}`)),
    text: <p>{t(`ask.${name}`, { number: certificate.number })}</p>,
  });
  return (
    <>
      <ConfirmDialog {...shared('submit')} confirm={() => settle('submit', submit.run(at))} />
      <ConfirmDialog {...shared('accept')} confirm={() => settle('accept', review.run({ ...at, decision: 'accept' }))} />
      <ConfirmDialog
        {...shared('refuse')}
        reason={t('reason')}
        confirm={(reason) => settle('refuse', review.run({ ...at, decision: 'refuse', reason }))}
      />
      <ConfirmDialog {...shared('void')} danger reason={t('reason')} confirm={(reason) => settle('void', voiding.run({ ...at, reason }))} />
    </>
  );
}
