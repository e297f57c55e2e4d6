import type { DeclaredCheck } from '../../../../services/contract/reconcile.ts';
import { useLanguage, useWordOf, useWords } from '../../../i18n/index.ts';
import type words from '../../../i18n/en/reconcile.json';
import { capital } from './words.ts';
import { Facts, Ident, Inspector, InspectorPart } from '../../../ui/index.ts';

/** One check in full: its two sides, what may stand between them, what it is for and where that is written. */
export function CheckInspector({ check, onClose }: { check: DeclaredCheck; onClose: () => void }) {
  const t = useWords<typeof words>('reconcile');
  const common = useWordOf('common');
  const zh = useLanguage() === 'zh-CN';
  const of = (text: { en: string; zh: string }): string => (zh ? text.zh : text.en);
  return (
    <Inspector title={of(check.title)} subtitle={of(check.step)} onClose={onClose}>
      <p>{of(check.explanation)}</p>
      <InspectorPart title={t('catalogue.what')}>
        <Facts
          items={[
            [t('catalogue.left'), capital(of(check.left))],
            [t('catalogue.right'), capital(of(check.right))],
            [t('catalogue.scope'), t(`scope.${check.scope}`)],
            [t('vendor'), check.vendors?.map((vendor) => common(`vendor.${vendor}`)).join(', ') ?? t('allVendors')],
          ]}
        />
      </InspectorPart>
      <InspectorPart title={t('catalogue.tolerance')}>
        {check.tolerance.length === 0 ? (
          <p>{t('catalogue.exact')}</p>
        ) : (
          <ul className="plain-list">
            {check.tolerance.map((policy) => (
              <li key={policy.id}>
                {zh ? policy.zh : policy.en} {!zh && <Ident value={policy.id} length={60} />}
              </li>
            ))}
          </ul>
        )}
      </InspectorPart>
      <InspectorPart title={t('catalogue.source')}>
        <p>{of(check.source)}</p>
        <p>
          <Ident value={check.id} length={60} />
        </p>
      </InspectorPart>
    </Inspector>
  );
}
