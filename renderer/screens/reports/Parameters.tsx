import { Select } from '@mantine/core';
import type { Input } from '../../../services/contract/index.ts';
import type { ReportEntry } from '../../../services/contract/report-list.ts';
import { useWordOf, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/reports.json';
import { DateInput } from '../../ui/index.ts';

/** What a report is asked for beside its period; null is what the report takes by itself. */
export type Chosen = Required<Pick<Input<'reports/preview'>, 'vendor' | 'first' | 'last' | 'asOf'>>;
export const NOTHING: Chosen = { vendor: null, first: null, last: null, asOf: null };

const VENDORS = ['huawei', 'tencent', 'qingcloud', 'zilliz', 'other'] as const;

interface Props {
  parameters: ReportEntry['parameters'];
  chosen: Chosen;
  onChange: (part: Partial<Chosen>) => void;
}

/** Fields for what the report can be asked for, and no others. */
export function Parameters({ parameters, chosen, onChange }: Props) {
  const t = useWords<typeof words>('reports');
  const common = useWordOf('common');
  return (
    <>
      {parameters.includes('vendor') && (
        <Select
          label={t('vendor')}
          clearable
          placeholder={t('allVendors')}
          value={chosen.vendor}
          data={VENDORS.map((value) => ({ value, label: common(`vendor.${value}`) }))}
          onChange={(value) => onChange({ vendor: VENDORS.find((v) => v === value) ?? null })}
        />
      )}
      {parameters.includes('days') && (
        <div className="report-days">
          <DateInput label={t('first')} placeholder={t('byPeriod')} value={chosen.first} onChange={(first) => onChange({ first })} />
          <DateInput label={t('last')} placeholder={t('byPeriod')} value={chosen.last} onChange={(last) => onChange({ last })} />
        </div>
      )}
      {parameters.includes('asOf') && (
        <DateInput
          label={t('asOf')}
          description={t('asOfHint')}
          placeholder={t('lastChange')}
          value={chosen.asOf}
          onChange={(asOf) => onChange({ asOf })}
        />
      )}
    </>
  );
}
