import { Link } from 'react-router';
import type { Output } from '../../../../services/contract/index.ts';
import { useAddress } from '../../../app/place.ts';
import { Facts, Ident, InspectorPart } from '../../../ui/index.ts';
import { useBillWords } from '../words.ts';

/** Where a line or row was read from: file, row, format, import, and its text as it stood there with every original column. */
export function WhereFrom({ source, batch }: { source: Output<'bills/line'>['source']; batch: number }) {
  const { t, titleOf } = useBillWords();
  const address = useAddress();
  return (
    <InspectorPart title={t('whereFrom')}>
      <Facts
        items={[
          [t('col.file'), source.file],
          [t('col.row'), String(source.row)],
          ['SHA-256', <Ident key="sha" value={source.sha256} length={26} copy />],
          [t('format'), titleOf(source.format, source.format)],
          [t('importedAt'), source.importedAt.slice(0, 16).replace('T', ' ')],
          [
            t('col.batch'),
            <Link key="b" to={address('/import', { batch: String(batch) })}>
              {t('batchNo', { batch })}
            </Link>,
          ],
        ]}
      />
      <h4 className="sub">{t('original')}</h4>
      <pre className="original" tabIndex={0}>
        {source.original}
      </pre>
      {source.mends && (
        <>
          <h4 className="sub">{t('mends')}</h4>
          <p className="line-mends">
            <Link to={address('/import', { batch: String(source.mends.batch), view: 'rejects' })}>
              {t('mendsRow', { row: source.mends.row, file: source.mends.file, batch: source.mends.batch })}
            </Link>
          </p>
          <pre className="original" tabIndex={0}>
            {source.mends.original}
          </pre>
        </>
      )}
      <details className="originals">
        <summary>{t('originalColumns', { count: source.columns.length })}</summary>
        <table className="plain" aria-label={t('originalColumns', { count: source.columns.length })}>
          <tbody>
            {source.columns.map((c, i) => (
              <tr key={i}>
                <th scope="row">{c.header}</th>
                <td>{c.value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </InspectorPart>
  );
}
