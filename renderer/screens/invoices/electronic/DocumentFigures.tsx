import type { EInvoicePreview } from '../../../../services/contract/einvoice-import.ts';
import { useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/electronic.json';
import { Amount, Ident, StatusMark } from '../../../ui/index.ts';

type Document = NonNullable<EInvoicePreview['document']>;

/** Number, days and sums as they would be recorded, and the sums that stand beside them. */
export function DocumentFigures({ document }: { document: Document }) {
  const t = useWords<typeof words>('electronic');
  const word = useWordOf('electronic');
  const { currency } = document;
  return (
    <dl className="electronic-figures">
      <div>
        <dt>{t(`kind.${document.kind}`)}</dt>
        <dd>
          <Ident value={document.number} length={24} copy />
        </dd>
      </div>
      {document.credits !== null && (
        <div>
          <dt>{t('creditsInvoice')}</dt>
          <dd>
            <Ident value={document.credits} length={24} />
          </dd>
        </div>
      )}
      <div>
        <dt>{t('date')}</dt>
        <dd>{document.date}</dd>
      </div>
      {document.due !== null && (
        <div>
          <dt>{t('due')}</dt>
          <dd>{document.due}</dd>
        </div>
      )}
      {(['net', 'tax', 'total'] as const).map((name) => (
        <div key={name}>
          <dt>{t(name)}</dt>
          <dd>
            <Amount value={document[name]} currency={currency} showCurrency plainZero />
          </dd>
        </div>
      ))}
      {Object.entries(document.figures).map(([name, value]) => (
        <div key={name}>
          <dt>{word(`figure.${name}`)}</dt>
          <dd>
            <Amount value={value} currency={currency} showCurrency plainZero />
          </dd>
        </div>
      ))}
      <div>
        <dt>{t('lines')}</dt>
        <dd>{document.lineCount}</dd>
      </div>
    </dl>
  );
}

/** Who bills whom, and whether the book knows the seller. */
export function SellerLine({ preview, document }: { preview: EInvoicePreview; document: Document }) {
  const t = useWords<typeof words>('electronic');
  const { match } = preview;
  return (
    <dl className="electronic-parties">
      <div>
        <dt>{t('seller')}</dt>
        <dd>
          <bdi>{document.seller.name}</bdi>
          <TaxIds taxIds={document.seller.taxIds} />
          <StatusMark
            mark={match === null ? 'missing' : match.name === document.seller.name ? 'pass' : 'explained'}
            label={match ? t(`known.${match.by}`, { name: match.name }) : t('unknown')}
          />
        </dd>
      </div>
      {document.buyer && (
        <div>
          <dt>{t('buyer')}</dt>
          <dd>
            <bdi>{document.buyer.name}</bdi>
            <TaxIds taxIds={document.buyer.taxIds} />
          </dd>
        </div>
      )}
    </dl>
  );
}

function TaxIds({ taxIds }: { taxIds: Document['seller']['taxIds'] }) {
  const first = taxIds[0];
  return first ? (
    <span className="dim">
      {first.scheme} <Ident value={first.value} />
    </span>
  ) : null;
}

/** The lines that would be recorded, in the order of the document. */
export function DocumentLines({ document }: { document: Document }) {
  const t = useWords<typeof words>('electronic');
  const withTax = document.lines.some((line) => line.tax !== null);
  const title = t('showLines', { count: document.lines.length });
  return (
    <details className="electronic-more">
      <summary>{title}</summary>
      <table className="plain" aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t('description')}</th>
            <th scope="col" className="end">
              {t('rate')}
            </th>
            <th scope="col" className="end">
              {t('net')}
            </th>
            {withTax && (
              <th scope="col" className="end">
                {t('tax')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {document.lines.map((line, index) => (
            <tr key={index}>
              <td>
                <bdi>{line.description}</bdi>
              </td>
              <td className="end">{line.ratePct === null ? '' : `${line.ratePct} %`}</td>
              <td className="end">
                <Amount value={line.net} plainZero />
              </td>
              {withTax && (
                <td className="end">
                  <Amount value={line.tax} plainZero />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
