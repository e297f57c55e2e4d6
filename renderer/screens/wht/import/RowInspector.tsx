import { Button } from '@mantine/core';
import type { ImportRow } from '../../../../services/contract/wht-import.ts';
import { useActions } from '../../../actions/registry.ts';
import { useWords } from '../../../i18n/index.ts';
import { useTell } from '../../../i18n/told.ts';
import type words from '../../../i18n/en/whtImport.json';
import { Amount, Facts, Inspector, StatusMark } from '../../../ui/index.ts';
import { hindrance, isNew, keyOf, plainChoice, type As, type Choice } from './choice.ts';
import { RowState } from './columns.tsx';
import { ProposalCard } from './ProposalCard.tsx';

/** One row: what it says beside the cells as they stood, what is wrong, and the invoices that it may be for. */
export function RowInspector({
  row,
  choice,
  as,
  onChoose,
  onClose,
}: {
  row: ImportRow;
  choice: Choice | null;
  as: As;
  onChoose: (choice: Choice | null) => void;
  onClose: () => void;
}) {
  const t = useWords<typeof words>('whtImport');
  const tell = useTell();
  const can = isNew(row);
  useActions([
    ...row.proposals.slice(0, 5).map((_, at) => ({
      id: `whtImport.accept${at + 1}`,
      title: t('acceptKey', { n: at + 1 }),
      group: 'record' as const,
      shortcut: String(at + 1),
      predicate: () => can,
      perform: () => onChoose(plainChoice(at)),
    })),
    {
      id: 'whtImport.off',
      title: t('takeOff'),
      group: 'record' as const,
      shortcut: '0',
      predicate: () => choice !== null,
      perform: () => onChoose(null),
    },
  ]);
  const stuck = choice && hindrance(row, choice, as);
  return (
    <Inspector
      title={row.certificate?.number ?? t('rowTitle', { row: keyOf(row) })}
      subtitle={
        <>
          <RowState row={row} /> <span className="dim">{t('rowTitle', { row: row.rows.join(', ') })}</span>
        </>
      }
      onClose={onClose}
    >
      {row.troubles.map((trouble) => (
        <section key={`${trouble.code}:${trouble.column}`} className="wi-trouble">
          <StatusMark
            mark="fail"
            label={trouble.column ? `${trouble.column}: ${tell.notice(trouble).message}` : tell.notice(trouble).message}
          />
          {tell.notice(trouble).remedy && <p className="dim">{tell.notice(trouble).remedy}</p>}
        </section>
      ))}
      {row.why && <p>{tell.sentence(row.why)}</p>}
      {row.known && (
        <section>
          <p>{t('knownIs', { number: row.known.number, issuer: row.known.issuer || t('noIssuer') })}</p>
          {row.known.differences.map((difference, at) => (
            <p key={at} className="wi-note">
              <StatusMark mark="due" label={tell.sentence(difference)} />
            </p>
          ))}
          {row.known.differences.length > 0 && <p className="dim">{t('differsHelp')}</p>}
        </section>
      )}
      {row.certificate && <Said row={row} />}
      {row.remarks.map((remark, at) => (
        <p key={at} className="wi-note">
          <StatusMark mark="due" label={tell.sentence(remark.said)} />
        </p>
      ))}
      {can && (
        <section aria-label={t('candidates')}>
          <h3>{t('candidates')}</h3>
          {row.proposals.length === 0 && <p className="dim">{t('noCandidates')}</p>}
          {row.proposals.map((proposal, at) => (
            <ProposalCard
              key={at}
              row={row}
              proposal={proposal}
              n={at + 1}
              choice={choice?.proposal === at ? choice : null}
              onChoose={onChoose}
              onAccept={() => onChoose(plainChoice(at))}
            />
          ))}
          {row.gaveUp && <p className="dim">{t('gaveUp')}</p>}
          {stuck && (
            <p role="status" className="wi-note">
              <StatusMark mark="due" label={t(`stuck.${stuck}`)} />
            </p>
          )}
          <div className="wi-buttons">
            {choice === null ? (
              <Button size="xs" variant="default" onClick={() => onChoose(plainChoice(null))}>
                {t('takeWithout')}
              </Button>
            ) : (
              <Button size="xs" variant="default" onClick={() => onChoose(null)}>
                {t('takeOff')}
              </Button>
            )}
          </div>
        </section>
      )}
      <section aria-label={t('asItStood')}>
        <h3>{t('asItStood')}</h3>
        <Facts items={Object.entries(row.figures)} />
      </section>
    </Inspector>
  );
}

function Said({ row }: { row: ImportRow }) {
  const t = useWords<typeof words>('whtImport');
  const c = row.certificate!;
  const party = (p: { name: string | null; taxId: string | null }): string => [p.name, p.taxId].filter((x) => x !== null).join(' · ');
  return (
    <Facts
      items={[
        [t('column.date'), c.date],
        [t('fact.issuer'), c.issuer],
        [t('fact.payer'), party(c.payer)],
        [t('fact.payee'), party(c.payee)],
        [t('fact.side'), c.side === 'payer' ? t('sidePayer') : t('sidePayee')],
        [t('column.reference'), c.reference],
        [t('fact.period'), c.first === null ? null : c.first === c.last ? c.first : `${c.first} – ${c.last}`],
        [t('fact.remittance'), [c.remittance, c.remitted].filter((x) => x !== '' && x !== null).join(' · ')],
        [t('column.base'), c.base === null ? null : <Amount value={c.base} currency={c.currency} showCurrency />],
        [t('fact.rate'), c.income.every((l) => l.rate === c.income[0]?.rate) && c.income[0]?.rate ? `${c.income[0].rate} %` : null],
        [t('column.tax'), <Amount key="tax" value={c.total} currency={c.currency} showCurrency />],
      ]}
    />
  );
}
