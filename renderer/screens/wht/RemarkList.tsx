import { SEVERITIES, type Severity } from '../../../domain/wht/remark.ts';
import type { Certificate } from '../../../services/contract/wht.ts';
import { useTell } from '../../i18n/told.ts';
import { useWords } from '../../i18n/index.ts';
import type whtWords from '../../i18n/en/wht.json';
import type words from '../../i18n/en/whtForms.json';
import { Amount, InspectorPart, StatusMark, type Mark } from '../../ui/index.ts';
import './remarks.css';

type Remark = Certificate['remarks'][number];
const MARKS: Readonly<Record<Severity, Mark>> = { warn: 'due', info: 'explained' };

/** What the checks found: first what does not agree, then what is worth a look, with the difference of tax where figures were compared. */
export function RemarkList({ certificate: { remarks } }: { certificate: Certificate }) {
  const t = useWords<typeof words>('whtForms');
  const wht = useWords<typeof whtWords>('wht');
  if (remarks.length === 0) return null;
  return (
    <InspectorPart title={wht('remarks')}>
      {SEVERITIES.map((severity) => {
        const found = remarks.filter((remark) => remark.severity === severity);
        return found.length === 0 ? null : (
          <div key={severity} className="remark-group">
            <StatusMark mark={MARKS[severity]} label={t(`severity.${severity}`)} />
            <ul>
              {found.map((remark) => (
                <Line key={remark.code + remark.message} remark={remark} />
              ))}
            </ul>
          </div>
        );
      })}
    </InspectorPart>
  );
}

function Line({ remark }: { remark: Remark }) {
  const t = useWords<typeof words>('whtForms');
  const tell = useTell();
  // A sentence that tells the difference itself needs no second one.
  const told = 'difference' in remark.said.params;
  return (
    <li className="inspector-note">
      {tell.sentence(remark.said)}
      {remark.difference !== null && !told && (
        <span className="remark-difference">
          {t('difference')} <Amount value={remark.difference} plainZero />
        </span>
      )}
    </li>
  );
}
