import { isZero, subtract } from '../../../domain/money/amount.ts';
import { formById } from '../../../domain/wht/forms/index.ts';
import { taxOn } from '../../../domain/wht/forms/rounding.ts';
import type { Certificate } from '../../../services/contract/wht.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/certificate.json';
import { Amount, InspectorPart } from '../../ui/index.ts';

/** Income as printed, each line with base × rate and how far its tax lies from that. */
export function CertificateIncome({ certificate }: { certificate: Certificate }) {
  const t = useWords<typeof words>('certificate');
  if (certificate.income.length === 0) return null;
  const form = certificate.form === null ? null : formById(certificate.form);
  const { currency } = certificate;
  return (
    <InspectorPart title={t('income')}>
      <table className="balance" aria-label={t('income')}>
        <tbody>
          {certificate.income.map((line, index) => {
            const computed = line.base !== null && line.rate !== null ? taxOn(form, line.base, line.rate, currency) : null;
            const difference = computed === null ? null : subtract(line.tax, computed);
            return (
              <tr key={index}>
                <th scope="row">
                  {t(`categories.${line.category}`)}
                  {line.code ? ` · ${line.code}` : ''}
                  {line.description ? ` · ${line.description}` : ''}
                  <span className="links-sub">
                    {line.paid ? `${line.paid} · ` : ''}
                    {line.base !== null && <Amount value={line.base} currency={currency} />}
                    {line.rate !== null && ` × ${line.rate} %`}
                    {difference !== null && !isZero(difference) && (
                      <>
                        {' · '}
                        {t('difference')} <Amount value={difference} currency={currency} />
                      </>
                    )}
                  </span>
                </th>
                <td />
                <td>
                  <Amount value={line.tax} currency={currency} column={2} plainZero />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </InspectorPart>
  );
}
