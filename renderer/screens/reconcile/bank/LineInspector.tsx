import { Button, Loader } from '@mantine/core';
import type { WholeBankLine } from '../../../../services/contract/bank.ts';
import { useCall, useCommand } from '../../../app/hooks.ts';
import { notifyDone } from '../../../app/notify.tsx';
import { useGo } from '../../../app/place.ts';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/bank.json';
import { Amount, ErrorState, Facts, Ident, Inspector, InspectorPart } from '../../../ui/index.ts';
import { LineState } from './marks.tsx';

/** One line: what the bank says of it, the payments that it is, the statements that have it, and what stood in the file. */
export function LineInspector({ id, onClose, onIgnore }: { id: number; onClose: () => void; onIgnore: (id: number) => void }) {
  const t = useWords<typeof words>('bank');
  const found = useCall('bank/line', { id }, { keep: true });
  if (!found.data)
    return (
      <Inspector title={t('line')} onClose={onClose}>
        {found.error ? <ErrorState error={found.error} retry={found.retry} /> : <Loader size="sm" aria-label={t('line')} />}
      </Inspector>
    );
  return <Shown line={found.data} onClose={onClose} onIgnore={onIgnore} />;
}

function Shown({ line, onClose, onIgnore }: { line: WholeBankLine; onClose: () => void; onIgnore: (id: number) => void }) {
  const t = useWords<typeof words>('bank');
  const word = useWordOf('bank');
  const go = useGo();
  const unignore = useCommand('bank/unignore');
  const up = async (): Promise<void> => {
    const result = await unignore.run({ lines: [line.id] });
    if (result.ok) notifyDone(t('unignored'));
  };
  const money = (value: string | null) =>
    value === null ? null : <Amount value={value} currency={line.currency} showCurrency plainZero />;
  return (
    <Inspector
      onClose={onClose}
      title={<Amount value={line.amount} currency={line.currency} showCurrency plainZero />}
      subtitle={
        <span className="inline-action">
          {line.booked} <LineState state={line.state} />
        </span>
      }
      footer={
        line.state === 'ignored' ? (
          <Button variant="default" loading={unignore.busy} onClick={() => void up()}>
            {t('unignore')}
          </Button>
        ) : line.state === 'open' ? (
          <>
            <Button onClick={() => go('/reconcile/match', { line: null, money: `bank:${line.id}` })}>{t('match')}</Button>
            {line.payments.length === 0 && (
              <Button variant="default" onClick={() => onIgnore(line.id)}>
                {t('ignore')}
              </Button>
            )}
          </>
        ) : null
      }
    >
      {line.reason !== null && <p>{t('ignoredWhy', { reason: line.reason })}</p>}
      <Facts
        items={[
          [t('column.counterparty'), line.counterparty],
          [t('column.counterpartyAccount'), line.counterpartyAccount && <Ident value={line.counterpartyAccount} length={34} copy />],
          [t('column.text'), line.text],
          [t('column.reference'), line.reference],
          [t('column.valued'), line.valued],
          [t('column.code'), line.code],
          [t('column.bankId'), line.bankId && <Ident value={line.bankId} length={34} copy />],
          [t('reversal'), line.reversal ? t('reversalYes') : null],
          [t('column.charges'), money(line.charges)],
          [
            t('original'),
            line.original &&
              (line.original.amount === null ? (
                line.original.currency
              ) : (
                <Amount value={line.original.amount} currency={line.original.currency} showCurrency />
              )),
          ],
          [t('rate'), line.rate],
        ]}
      />
      {line.payments.length > 0 && (
        <InspectorPart title={t('column.payments')}>
          <ul className="plain-list">
            {line.payments.map((p) => (
              <li key={p.id}>
                <button type="button" className="link" onClick={() => go('/payments', { doc: String(p.id) })}>
                  <Ident value={p.reference} length={28} />
                </button>{' '}
                <span className="dim">{p.date}</span> <Amount value={p.amount} currency={line.currency} showCurrency />
              </li>
            ))}
          </ul>
          {line.state === 'open' && (
            <p className="dim">
              {t('leftText')} {money(line.left)}
            </p>
          )}
        </InspectorPart>
      )}
      <InspectorPart title={t('from')}>
        <Facts items={[[t('account'), [line.account.name, line.account.number].filter((x) => x !== '').join(' · ')]]} />
        <ul className="plain-list">
          {line.statements.map((s) => (
            <li key={s.id}>
              <button
                type="button"
                className="link"
                onClick={() => go('/reconcile/bank', { show: 'statements', open: String(s.id), line: null })}
              >
                {s.file}
              </button>{' '}
              <span className="dim">{t('row', { row: s.row })}</span>
            </li>
          ))}
        </ul>
      </InspectorPart>
      <InspectorPart title={t('source')}>
        <dl className="bk-source">
          {line.source.map(({ field, value }) => (
            <div key={field}>
              <dt>{field}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </InspectorPart>
      {line.history.length > 0 && (
        <InspectorPart title={t('history')}>
          <ol className="timeline">
            {line.history.toReversed().map((entry, at) => (
              <li key={`${entry.at}-${at}`}>
                <span className="timeline-event">{word(`state.${entry.state}`, entry.state)}</span>
                {entry.reason !== null && <span> · {entry.reason}</span>}
                <span className="timeline-when">
                  <time dateTime={entry.at}>{entry.at.slice(0, 16).replace('T', ' ')}</time> · {entry.who}
                </span>
              </li>
            ))}
          </ol>
        </InspectorPart>
      )}
    </Inspector>
  );
}
