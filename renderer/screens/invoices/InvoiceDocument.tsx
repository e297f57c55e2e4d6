import type { Invoice } from '../../../services/contract/invoices.ts';
import type { PartyDetails } from '../../../domain/parties/party.ts';
import { useWordOf, useWords } from '../../i18n/index.ts';
import { useTell } from '../../i18n/told.ts';
import type words from '../../i18n/en/making.json';
import { Amount, Facts, InspectorPart } from '../../ui/index.ts';

/** Kind, parties, rate and tax parts of a document; nothing where it states none of them. */
export function InvoiceDocument({ invoice }: { invoice: Invoice }) {
  const t = useWords<typeof words>('making');
  const tax = useWordOf('tax');
  const { sentence } = useTell();
  const { document, seller, buyer, fx, converted, currency } = invoice;
  const plain = invoice.type === 'other' && !seller && !buyer && !fx && Object.keys(document).length === 0;
  if (plain) return null;
  return (
    <InspectorPart title={t('kind')}>
      <Facts
        items={[
          [t('type'), t(`types.${invoice.type}`)],
          [t('seller'), seller && <Party key="seller" party={seller} />],
          [t('buyer'), buyer && <Party key="buyer" party={buyer} />],
          [t('number'), invoice.series && t('sequence', { sequence: invoice.series.sequence })],
          [t('orderReference'), document.orderReference],
          [t('buyerReference'), document.buyerReference],
          [t('taxBy'), document.treatment && tax(`treatment.${document.treatment}`)],
          [t('taxReason'), document.taxReason],
          ...(document.components ?? []).map(
            (c) =>
              [
                c.ratePct === null ? c.name : `${c.name} ${c.ratePct} %`,
                <Amount key={c.code} value={c.amount} currency={currency} showCurrency plainZero />,
              ] as const,
          ),
          [t('fxCurrency'), fx && `1 ${currency} = ${fx.rate} ${fx.currency}${fx.date ? ` (${fx.date})` : ''}`],
          [fx ? t('converted', { currency: fx.currency }) : '', converted && sentence(converted.step)],
          [t('rounding'), document.rounding && `${document.rounding.exact} → ${invoice.net} (${document.rounding.policy})`],
        ]}
      />
    </InspectorPart>
  );
}

/** The name, with tax ids below it, as it stood on the day of the document. */
const Party = ({ party }: { party: PartyDetails }) => (
  <>
    {party.name}
    {party.taxIds.map((id) => (
      <span key={`${id.scheme}:${id.value}`} className="links-sub">
        {id.scheme} {id.value}
      </span>
    ))}
  </>
);
