import { IconPaperclip } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { ResidenceCertificate } from '../../../../services/contract/residence.ts';
import { useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/residence.json';
import { Ident, StatusMark, type DataColumn } from '../../../ui/index.ts';
import { useCountryName } from '../country-name.ts';
import { MARKS } from './states.ts';

/** Columns of the certificates. */
export function useResidenceColumns(): DataColumn<ResidenceCertificate>[] {
  const t = useWords<typeof words>('residence');
  const name = useCountryName();
  return useMemo(
    () => [
      { id: 'holder', header: t('holder'), value: (row) => row.entity ?? row.party?.name ?? null, width: 150, pinned: true },
      { id: 'residence', header: t('residence'), value: (row) => name(row.residence), width: 150 },
      { id: 'forCountry', header: t('forCountry'), value: (row) => name(row.forCountry), width: 170 },
      {
        id: 'number',
        header: t('number'),
        kind: 'ident',
        value: (row) => row.number,
        grow: true,
        render: (row) => (
          <span className="number-cell">
            <Ident value={row.number} />
            {row.attachments.length > 0 && <IconPaperclip size={12} stroke={1.5} aria-hidden="true" />}
          </span>
        ),
      },
      { id: 'validFrom', header: t('validFrom'), kind: 'date', value: (row) => row.validFrom },
      { id: 'validTo', header: t('validTo'), kind: 'date', value: (row) => row.validTo },
      {
        id: 'state',
        header: t('state'),
        value: (row) => t(`states.${row.state}`),
        width: 130,
        render: (row) => <StatusMark mark={MARKS[row.state]} label={t(`states.${row.state}`)} />,
      },
      {
        id: 'daysLeft',
        header: t('daysLeft'),
        kind: 'count',
        width: 96,
        value: (row) => (row.state === 'valid' || row.state === 'expiring' ? row.daysLeft : null),
      },
      { id: 'note', header: t('note'), value: (row) => row.note, hidden: true },
    ],
    [name, t],
  );
}
