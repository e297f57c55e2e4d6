import { Loader } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Output } from '../../../../services/contract/index.ts';
import { useActions } from '../../../actions/registry.ts';
import { useCall, useCommand } from '../../../app/hooks.ts';
import { notifyDone } from '../../../app/notify.tsx';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/match.json';
import { ErrorState } from '../../../ui/index.ts';
import { draftOf, hindranceOf, inputOf, NOTHING, withInvoice, type Draft } from './draft.ts';
import { Editor } from './Editor.tsx';
import { MoneyHead } from './MoneyHead.tsx';
import { OpenInvoices } from './OpenInvoices.tsx';
import { ProposalCard } from './ProposalCard.tsx';

type Show = Output<'match/show'>;

/** One amount of money: what it may be for, all open invoices, and what is laid out. */
export function Workspace({ money, onAccepted }: { money: string; onAccepted: () => void }) {
  const t = useWords<typeof words>('match');
  const shown = useCall('match/show', { money });
  return (
    <section className="mt-work" aria-label={t('candidates')}>
      {shown.error ? (
        <div className="mt-error">
          <ErrorState error={shown.error} retry={shown.retry} />
        </div>
      ) : shown.data ? (
        <Bench shown={shown.data} onAccepted={onAccepted} />
      ) : (
        <div className="table-empty">
          <Loader size="sm" aria-label={t('candidates')} />
        </div>
      )}
    </section>
  );
}

function Bench({ shown: { money, proposals, gaveUp }, onAccepted }: { shown: Show; onAccepted: () => void }) {
  const t = useWords<typeof words>('match');
  const [draft, setDraft] = useState<Draft>(NOTHING);
  const [invalid, setInvalid] = useState<ReadonlySet<string>>(new Set());
  // Fields show what was set as a whole.
  const [round, setRound] = useState(0);
  const [cursor, setCursor] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const accept = useCommand('match/accept', { quiet: true });
  const hindrance = hindranceOf(money, draft, invalid);
  const replace = (next: Draft): void => {
    setDraft(next);
    setInvalid(new Set());
    setRound((n) => n + 1);
    accept.reset();
  };
  const take = (at: number): void => {
    const chosen = proposals[at];
    if (!chosen) return;
    setCursor(at);
    replace(draftOf(chosen));
  };
  const run = async (): Promise<void> => {
    const result = await accept.run(inputOf(money, draft));
    if (!result.ok) return;
    const { lines, payment } = result.value;
    notifyDone(t('done', { what: lines.map((l) => l.invoice).join(', ') || payment.reference }));
    onAccepted();
  };
  const move = (by: number): void => setCursor((at) => Math.max(0, Math.min(proposals.length - 1, at + by)));
  useEffect(() => {
    scroller.current?.querySelector('[data-cursor=true]')?.scrollIntoView({ block: 'nearest' });
  }, [cursor]);
  const some = (): boolean => proposals.length > 0;
  useActions([
    ...proposals.map((_, at) => ({
      id: `match.take${at + 1}`,
      title: t('candidate', { n: at + 1 }),
      group: 'record' as const,
      shortcut: String(at + 1),
      perform: () => take(at),
    })),
    { id: 'match.take', title: t('take'), group: 'record', shortcut: 'enter', predicate: some, perform: () => take(cursor) },
    {
      id: 'match.nextCandidate',
      title: t('nextCandidate'),
      group: 'table',
      shortcut: 'arrowright',
      quiet: true,
      predicate: some,
      perform: () => move(1),
    },
    {
      id: 'match.previousCandidate',
      title: t('previousCandidate'),
      group: 'table',
      shortcut: 'arrowleft',
      quiet: true,
      predicate: some,
      perform: () => move(-1),
    },
    {
      id: 'match.accept',
      title: t('accept'),
      group: 'record',
      shortcut: 'a',
      predicate: () => hindrance === null && !accept.busy,
      perform: () => void run(),
    },
  ]);
  return (
    <>
      <div className="mt-scroll" ref={scroller} tabIndex={0} role="region" aria-label={t('candidates')}>
        <MoneyHead money={money} />
        {proposals.length === 0 && <p className="mt-note">{t('noCandidates')}</p>}
        <ol className="mt-proposals">
          {proposals.map((p, at) => (
            <li key={p.key}>
              <ProposalCard
                money={money}
                proposal={p}
                n={at + 1}
                cursor={at === cursor}
                chosen={draft.proposal === p.key}
                onTake={() => take(at)}
              />
            </li>
          ))}
        </ol>
        {gaveUp && <p className="mt-note dim">{t('gaveUp')}</p>}
        <OpenInvoices money={money} draft={draft} onAdd={(invoice) => replace(withInvoice(money, draft, invoice))} />
      </div>
      <Editor
        money={money}
        draft={draft}
        round={round}
        hindrance={hindrance}
        busy={accept.busy}
        error={accept.error}
        onChange={(next, field, valid) => {
          setDraft(next);
          if (field === undefined) return;
          setInvalid((old) => {
            const now = new Set(old);
            if (valid) now.delete(field);
            else now.add(field);
            return now;
          });
        }}
        onReplace={replace}
        onAccept={() => void run()}
      />
    </>
  );
}
