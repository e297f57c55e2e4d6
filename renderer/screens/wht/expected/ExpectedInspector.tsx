import { Button } from '@mantine/core';
import type { StepKind } from '../../../../domain/wht/expected/steps.ts';
import type { ExpectedRow } from '../../../../services/contract/wht-expected.ts';
import { useActions } from '../../../actions/registry.ts';
import { useGo } from '../../../app/place.ts';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/whtExpected.json';
import { Amount, Ident, Inspector, InspectorPart, StatusMark } from '../../../ui/index.ts';
import { dialogTitle } from '../../documents/dialog-title.ts';
import { MARKS as CERTIFICATE_MARKS } from '../certificates.ts';
import { Arithmetic } from './Arithmetic.tsx';
import { daysText, useEnter } from './columns.tsx';
import { Course } from './Course.tsx';
import { MARKS, daysMark, rowKey } from './rows.ts';
import { STEP_ORDER, StepButtons } from './StepButtons.tsx';
import { Steps } from './Steps.tsx';

/** What one invoice waits for: the arithmetic, its days, papers and steps, and what can be done. */
export function ExpectedInspector({ row, onStep, onClose }: { row: ExpectedRow; onStep: (kind: StepKind) => void; onClose: () => void }) {
  const t = useWords<typeof words>('whtExpected');
  const wht = useWordOf('wht');
  const go = useGo();
  const enter = useEnter();
  // Where the papers cover it, there is nothing left to enter.
  const wanting = row.state !== 'submitted' && row.state !== 'accepted';
  useActions([
    {
      id: 'wht.enterExpected',
      title: `${t('enter')}: ${row.invoice}`,
      group: 'record',
      shortcut: 'e',
      predicate: () => wanting,
      perform: () => enter(row),
    },
    ...STEP_ORDER.map((kind) => ({
      id: `wht.step.${kind}`,
      title: `${dialogTitle(t(`act.${kind}`))}: ${row.invoice}`,
      group: 'record' as const,
      perform: () => onStep(kind),
    })),
  ]);
  return (
    <Inspector
      title={<Ident value={row.invoice} length={28} copy />}
      subtitle={
        <span className="expected-marks">
          <StatusMark mark={MARKS[row.state]} label={t(`state.${row.state}`)} />
          {row.bucket !== null && row.days !== null && <StatusMark mark={daysMark(row.days)} label={daysText(t, row.days)} />}
        </span>
      }
      onClose={onClose}
      footer={
        <>
          {wanting && <Button onClick={() => enter(row)}>{t('enter')}</Button>}
          <StepButtons onStep={onStep} filed={row.evidence?.trigger === 'wht-return-filed'} />
        </>
      }
    >
      <Arithmetic row={row} />
      {row.findings.length > 0 && (
        <InspectorPart title={t('findings')}>
          <ul className="expected-findings">
            {row.findings.map((finding) => (
              <li key={finding}>{t(`finding.${finding}`)}</li>
            ))}
          </ul>
        </InspectorPart>
      )}
      <InspectorPart title={t('course')}>
        <Course row={row} />
      </InspectorPart>
      {row.certificates.length > 0 && (
        <InspectorPart title={t('certificates')}>
          <table className="links" aria-label={t('certificates')}>
            <tbody>
              {row.certificates.map((c) => (
                <tr key={`${c.number}|${c.status}|${c.date}`}>
                  <td>
                    <StatusMark mark={CERTIFICATE_MARKS[c.status]} label={wht(`status.${c.status}`)} />
                    <span className="links-sub">{c.date}</span>
                  </td>
                  <td>
                    <button type="button" className="link" onClick={() => go('/wht', { doc: c.number })}>
                      <Ident value={c.number} length={22} />
                    </button>
                  </td>
                  <td>
                    <Amount value={c.pay} currency={row.currency} column={2} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </InspectorPart>
      )}
      <Steps row={row} />
      <p>
        <button
          type="button"
          className="link"
          onClick={() => go('/invoices', { doc: rowKey(row), direction: row.side === 'payer' ? null : 'issued' })}
        >
          {t('invoice')} {row.invoice}
        </button>
      </p>
    </Inspector>
  );
}
