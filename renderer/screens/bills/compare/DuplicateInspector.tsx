import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Duplicate } from '../../../../services/contract/analysis.ts';
import { useAddress } from '../../../app/place.ts';
import { useTell } from '../../../i18n/told.ts';
import { Amount, Facts, Inspector, InspectorPart, StatusMark } from '../../../ui/index.ts';
import { detailsParams } from '../place.ts';
import type { Marks } from './useMarks.ts';
import { useCompareWords } from './words.ts';

const FACTS = [
  'period',
  'date',
  'vendor',
  'account',
  'productType',
  'product',
  'spec',
  'usageType',
  'usage',
  'billType',
  'resourceName',
  'resourceId',
  'orderId',
] as const;

/** A pair side by side: what is alike and what is not, the points for and against, and the two lines themselves. */
export function DuplicateInspector({ row, marks, onClose }: { row: Duplicate; marks: Marks; onClose: () => void }) {
  const { t, column, value } = useCompareWords();
  const tell = useTell();
  const address = useAddress();
  const [note, setNote] = useState('');
  const { a, b, state, dismissed } = row;
  const pair = [{ a: a.id, b: b.id }];
  const lines = [a, b] as const;
  return (
    <Inspector
      title={a.resourceName ?? a.resourceId ?? value('productType', a.productType)}
      subtitle={<Amount value={a.payable} currency={a.currency} showCurrency plainZero />}
      onClose={onClose}
      footer={
        <div className="duplicate-foot">
          {state !== 'dismissed' && (
            <Textarea
              aria-label={t('note')}
              placeholder={t('note')}
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
            onClick={() => void (state === 'dismissed' ? marks.restore(pair) : marks.dismiss(pair, note.trim())).then(onClose)}
          >
            {state === 'dismissed' ? t('restore') : t('dismiss')}
          </Button>
        </div>
      }
    >
      <InspectorPart title={t('likeness')}>
        <p className="unusual-reason">
          <StatusMark
            mark={state === 'suspected' ? 'due' : state === 'explained' ? 'explained' : 'pass'}
            label={`${t(`state.${state}`)} · ${t('points', { score: row.score })}`}
          />
        </p>
        <table className="plain measures" aria-label={t('reasons')}>
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
              [t('dismissedBy'), dismissed.who],
              [t('dismissedAt'), dismissed.at.slice(0, 19).replace('T', ' ')],
              [t('note'), dismissed.note],
            ]}
          />
        )}
      </InspectorPart>
      <InspectorPart title={t('bothLines')}>
        <table className="plain measures pair" aria-label={t('bothLines')}>
          <thead>
            <tr>
              <th />
              {lines.map((line) => (
                <th key={line.id} scope="col">
                  <Link to={address('/bills/details', { ...detailsParams({ line: line.id }), period: line.period })}>
                    {t('line', { id: line.id })}
                  </Link>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {FACTS.filter((name) => a[name] !== null || b[name] !== null).map((name) => (
              <tr key={name} className={a[name] === b[name] ? undefined : 'differs'}>
                <th scope="row">{column(name)}</th>
                {lines.map((line) => (
                  <td key={line.id}>{line[name] === null ? <span className="dim">–</span> : value(name, line[name])}</td>
                ))}
              </tr>
            ))}
            <tr className={a.batch === b.batch ? undefined : 'differs'}>
              <th scope="row">{column('file')}</th>
              {lines.map((line) => (
                <td key={line.id}>
                  {line.file} <span className="dim">{t('row', { row: line.row })}</span>
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </InspectorPart>
    </Inspector>
  );
}
