import { Button } from '@mantine/core';
import type { SelfAccountRow } from '../../../../services/contract/self-account.ts';
import { useGo } from '../../../app/place.ts';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/selfAccount.json';
import { Facts, Ident, Inspector, InspectorPart } from '../../../ui/index.ts';
import { invoiceKey } from '../../documents/keys.ts';
import { ExchangeForm } from './ExchangeForm.tsx';
import { RateForm } from './RateForm.tsx';

/** How a row comes about: treatment and rule, base × rate, the way into the local currency; and what is still missing. */
export function WorksheetInspector({ row, onClose }: { row: SelfAccountRow; onClose: () => void }) {
  const t = useWords<typeof words>('selfAccount');
  const common = useWordOf('common');
  const go = useGo();
  const { local, rate } = row;
  const percent = rate === null ? null : `${rate.ratePct} %`;
  const own = rate?.from === 'own';
  return (
    <Inspector
      title={<Ident value={row.number} length={32} copy />}
      subtitle={`${common(`vendor.${row.vendor}`)} · ${row.date}`}
      onClose={onClose}
      footer={
        <Button size="xs" variant="default" onClick={() => go('/invoices', { doc: invoiceKey(row) })}>
          {t('openInvoice')}
        </Button>
      }
    >
      <Facts
        items={[
          [t('treatment'), t(`treatments.${row.treatment}`)],
          [t('rule'), `${row.rule} · ${row.code} · ${t(`bases.${row.basis}`)}`],
          [t('entity'), row.entity],
          [t('stated'), `${row.stated} ${row.currency}`],
          [t('rate'), percent ? `${percent} · ${t(`rateOf.${rate!.from}`)}` : t('noRate')],
          [
            t('tax'),
            row.tax === null ? null : own ? `${row.base} × ${percent} = ${row.tax} ${row.currency}` : `${row.tax} ${row.currency}`,
          ],
          [t('policy'), row.policy],
          [
            t('exchange'),
            local.rate === null
              ? t('noExchange')
              : local.origin === 'same'
                ? null
                : `${local.rate} · ${t(`origins.${local.origin ?? 'entered'}`)}`,
          ],
          [t('localBase'), local.base === null ? null : `${local.base} ${local.currency}`],
          [
            t('localTax'),
            local.tax === null
              ? null
              : own
                ? `${local.base} × ${percent} = ${local.tax} ${local.currency}`
                : `${local.tax} ${local.currency}`,
          ],
          [t('box'), row.box],
        ]}
      />
      {rate === null && (
        <InspectorPart title={t('setRate')}>
          <RateForm country={row.country} countries={[row.country]} from={row.date.slice(0, 8) + '01'} hint={row.hintPct} />
        </InspectorPart>
      )}
      {local.rate === null && (
        <InspectorPart title={t('exchange')}>
          <ExchangeForm from={row.currency} to={local.currency} period={row.date.slice(0, 7)} />
        </InspectorPart>
      )}
    </Inspector>
  );
}
