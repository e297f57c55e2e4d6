import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { PaperPairShown, ShownPaper } from '../../../../services/contract/statements.ts';
import { useCommand } from '../../../app/hooks.ts';
import { notifyDone } from '../../../app/notify.tsx';
import { useAddress } from '../../../app/place.ts';
import { useTell } from '../../../i18n/told.ts';
import { Amount, ConfirmDialog, Facts, Ident, Inspector, InspectorPart, StatusMark } from '../../../ui/index.ts';
import { invoiceKey } from '../../documents/keys.ts';
import type { PairMarks } from './usePairMarks.ts';
import { useStatementWords } from './words.ts';

const FACTS = [
  'number',
  'kind',
  'type',
  'status',
  'vendor',
  'party',
  'entity',
  'date',
  'due',
  'period',
  'net',
  'tax',
  'total',
  'open',
  'credits',
  'source',
  'note',
  'files',
] as const;
type Fact = (typeof FACTS)[number];
const AMOUNTS: ReadonlySet<Fact> = new Set(['net', 'tax', 'total', 'open']);

const plain = (paper: ShownPaper, fact: Fact): string => {
  if (fact === 'files') return paper.files.map((f) => f.sha256).join(' ');
  const value = paper[fact] ?? '';
  return AMOUNTS.has(fact) ? `${value} ${paper.currency}` : value;
};

/** A pair side by side with what differs marked, the points for and against, and what can be done. */
export function PairInspector({ row, marks, onClose }: { row: PaperPairShown; marks: PairMarks; onClose: () => void }) {
  const { t } = useStatementWords();
  const tell = useTell();
  const [note, setNote] = useState('');
  const [voiding, setVoiding] = useState<ShownPaper | null>(null);
  const { a, b, state, dismissed } = row;
  const pair = [{ a: a.id, b: b.id }];
  return (
    <Inspector
      title={a.number === b.number ? a.number : `${a.number} · ${b.number}`}
      subtitle={<Amount value={b.total} currency={b.currency} showCurrency plainZero />}
      onClose={onClose}
      footer={
        <div className="pair-foot">
          {state !== 'dismissed' && (
            <Textarea
              aria-label={t('duplicates.note')}
              placeholder={t('duplicates.note')}
              autosize
              minRows={1}
              maxRows={4}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
          )}
          <Button
            variant="default"
            loading={marks.busy}
            onClick={() => void (state === 'dismissed' ? marks.unmark(pair) : marks.mark(pair, note.trim())).then(onClose)}
          >
            {state === 'dismissed' ? t('duplicates.undistinct') : t('duplicates.distinct')}
          </Button>
          <div className="pair-voids">
            {[a, b].map((paper) => (
              <Button key={paper.id} variant="subtle" color="red" c="var(--fail)" onClick={() => setVoiding(paper)}>
                {t('duplicates.void', { number: paper.number })}
              </Button>
            ))}
          </div>
        </div>
      }
    >
      <InspectorPart title={t('duplicates.reasons')}>
        <p className="pair-state">
          <StatusMark
            mark={state === 'suspected' ? 'due' : state === 'explained' ? 'explained' : 'pass'}
            label={`${t(`duplicates.state.${state}`)} · ${t('duplicates.points', { score: row.score })}`}
          />
        </p>
        <table className="plain measures" aria-label={t('duplicates.reasons')}>
          <tbody>
            {row.reasons.map((reason) => (
              <tr key={reason.reason}>
                <th scope="row">{tell.sentence(reason.said)}</th>
                <td className="end">{reason.points > 0 ? `+${reason.points}` : `\u2212${-reason.points}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {dismissed && (
          <Facts
            items={[
              [t('duplicates.dismissedBy'), dismissed.who],
              [t('duplicates.dismissedAt'), dismissed.at.slice(0, 19).replace('T', ' ')],
              [t('fact.note'), dismissed.note],
            ]}
          />
        )}
      </InspectorPart>
      <InspectorPart title={t('duplicates.both')}>
        <Both a={a} b={b} />
      </InspectorPart>
      <VoidDialog paper={voiding} other={voiding?.id === a.id ? b : a} onClose={() => setVoiding(null)} onDone={onClose} />
    </Inspector>
  );
}

function Both({ a, b }: { a: ShownPaper; b: ShownPaper }) {
  const { t, of, vendor } = useStatementWords();
  const address = useAddress();
  const shown = (paper: ShownPaper, fact: Fact) => {
    if (AMOUNTS.has(fact)) return <Amount value={paper[fact as 'net']} currency={paper.currency} showCurrency plainZero />;
    if (fact === 'files') return paper.files.map((f) => f.name).join(', ');
    if (fact === 'vendor') return vendor(paper.vendor);
    if (fact === 'kind' || fact === 'type' || fact === 'status') return of(`${fact}.${paper[fact]}`);
    if (fact === 'number')
      return (
        <Link to={address('/invoices', { doc: invoiceKey(paper) })}>
          <Ident value={paper.number} length={20} />
        </Link>
      );
    if (fact === 'source' && paper.source === 'entered') return t('fact.entered');
    return paper[fact];
  };
  return (
    <table className="plain measures pair both" aria-label={t('duplicates.both')}>
      <tbody>
        {FACTS.filter((fact) => plain(a, fact) !== '' || plain(b, fact) !== '').map((fact) => (
          <tr key={fact} className={plain(a, fact) === plain(b, fact) ? undefined : 'differs'}>
            <th scope="row">{t(`fact.${fact}`)}</th>
            {[a, b].map((paper) => (
              <td key={paper.id}>{plain(paper, fact) === '' ? <span className="dim">–</span> : shown(paper, fact)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function VoidDialog({
  paper,
  other,
  onClose,
  onDone,
}: {
  paper: ShownPaper | null;
  other: ShownPaper;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useStatementWords();
  const voiding = useCommand('invoices/void', { quiet: true });
  const number = paper?.number ?? '';
  return (
    <ConfirmDialog
      opened={paper !== null}
      onClose={onClose}
      danger
      title={t('duplicates.void', { number }).replace(/…$/, '')}
      action={t('duplicates.void', { number }).replace(/…$/, '')}
      text={<p>{t('duplicates.voidText', { number })}</p>}
      confirm={async () => {
        if (!paper) return null;
        const reason = t('duplicates.voidReason', { number: other.number });
        const result = await voiding.run({ number: paper.number, vendor: paper.vendor, reason });
        if (!result.ok) return result.error;
        notifyDone(t('duplicates.voided', { number }));
        onDone();
        return null;
      }}
    />
  );
}
