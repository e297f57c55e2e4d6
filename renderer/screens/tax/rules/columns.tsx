import { useMemo } from 'react';
import type { RuleRow } from '../../../../services/contract/tax-rules.ts';
import { StatusMark, type DataColumn } from '../../../ui/index.ts';
import { STATE_MARKS, useRuleWords } from './rule-words.ts';

/** Columns of the list of rules. `names`: countries in the reader's language. */
export function useRuleColumns(names: ReadonlyMap<string, string>): DataColumn<RuleRow>[] {
  const { t, word, status, treatment, region, rateText, tax, text, language } = useRuleWords();
  return useMemo(
    () => [
      { id: 'id', header: t('id'), kind: 'ident', value: (row) => row.id, width: 74, pinned: true },
      { id: 'country', header: t('country'), value: (row) => names.get(row.rule.country) ?? row.rule.country, width: 98 },
      {
        id: 'entity',
        header: t('entityShort'),
        value: (row) => row.rule.entity,
        width: 106,
        render: (row) => (row.rule.entity === null ? <span className="dim">{t('anyEntity')}</span> : row.rule.entity),
      },
      {
        id: 'status',
        header: t('status'),
        value: (row) => (row.rule.status === 'any' ? t('anyStatus') : status(row.rule.status)),
        width: 104,
        render: (row) => (row.rule.status === 'any' ? <span className="dim">{t('anyStatus')}</span> : status(row.rule.status)),
      },
      { id: 'region', header: t('region'), value: (row) => region(row.rule), width: 100, hidden: true },
      { id: 'from', header: t('from'), kind: 'date', value: (row) => row.rule.from, width: 90 },
      { id: 'to', header: t('to'), kind: 'date', value: (row) => row.rule.to, width: 90 },
      { id: 'kind', header: t('filter.kind'), value: (row) => word(`kind.${row.rule.kind}`), width: 90, hidden: true },
      { id: 'tax', header: t('tax'), value: (row) => tax(row.rule), width: 54 },
      { id: 'rate', header: `${t('rate')} %`, value: (row) => rateText(row.rule), width: 104, align: 'end' },
      { id: 'treatment', header: t('treatmentHead'), value: (row) => treatment(row.rule.treatment), width: 128, grow: true },
      {
        id: 'remits',
        header: t('remits'),
        value: (row) => (row.rule.remittedBy ? word(`remitsBy.${row.rule.remittedBy}`) : null),
        width: 78,
      },
      { id: 'source', header: t('source'), value: (row) => text(row.rule.source), width: 150, hidden: true },
      { id: 'layer', header: t('layerHead'), value: (row) => word(`layer.${row.layer}`), width: 56 },
      {
        id: 'state',
        header: t('stateHead'),
        value: (row) => word(`state.${row.state}`),
        width: 118,
        render: (row) => <StatusMark mark={STATE_MARKS[row.state]} label={word(`state.${row.state}`)} />,
      },
    ],
    // The functions are made anew with the language alone.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [names, language],
  );
}
