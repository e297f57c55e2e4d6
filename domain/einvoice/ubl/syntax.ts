import { say, type Said } from '../../words/said.ts';
import type { Finding, Severity } from '../finding.ts';
import { findingOf } from '../rules/check.ts';
import { attributeOf, collapse, type XmlElement } from '../xml.ts';
import { AT_MOST, type AtMost } from './cardinality.ts';
import { CBC } from './names.ts';
import { everywhere, select, valueAt } from './select.ts';

/** A rule of the UBL binding of EN 16931: what the syntax allows and the model does not. */
interface SyntaxRule {
  id: string;
  severity: Severity;
  en: string;
  zh: string;
  broken: (root: XmlElement) => { at: XmlElement; detail?: Said }[];
}

/** `what` stands at most so often in each of the places. */
const atMost = ({ id, severity, place, what, most, en, zh, where }: AtMost): SyntaxRule => ({
  id,
  severity,
  en: `${en} is given ${most === 1 ? 'once' : `${most} times`} at most.`,
  zh: `${zh}最多出现 ${most} 次。`,
  broken: (root) =>
    (place === '' ? [root] : place.startsWith('//') ? everywhere(root, place.slice(2)) : select(root, place)).flatMap((element) => {
      const found = select(element, what).filter(where ?? (() => true));
      return found.length > most ? [{ at: found[most]!, detail: say`There are ${{ count: found.length }}.` }] : [];
    }),
});

const different = (root: XmlElement, name: string): XmlElement[] => {
  const seen = new Set<string>();
  return everywhere(root, name).filter((element) => {
    const text = collapse(element.text);
    return seen.has(text) ? false : seen.add(text);
  });
};
const second = (elements: XmlElement[]): { at: XmlElement }[] => (elements[1] ? [{ at: elements[1] }] : []);
const lines = (root: XmlElement): XmlElement[] => [...select(root, 'InvoiceLine'), ...select(root, 'CreditNoteLine')];

/** Amounts but for prices, and the discount within a price. */
function amountsIn(root: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  const visit = (element: XmlElement, inPrice: boolean): void => {
    const discount = inPrice && element.name === 'AllowanceCharge';
    if (element.ns === CBC && element.name.endsWith('Amount') && !element.name.endsWith('PriceAmount')) found.push(element);
    if (!discount) for (const child of element.children) visit(child, element.name === 'Price');
  };
  visit(root, false);
  return found;
}

const RULES: readonly SyntaxRule[] = [
  ...AT_MOST.map(atMost),
  {
    id: 'BR-CO-15',
    severity: 'fatal',
    en: 'The total VAT is given once in a currency.',
    zh: '同一币种的税额合计只能出现一次。',
    broken: (root) => {
      const own = select(root, 'TaxTotal/TaxAmount').filter((e) => attributeOf(e, 'currencyID') === valueAt(root, 'DocumentCurrencyCode'));
      return second(own);
    },
  },
  {
    id: 'UBL-SR-07',
    severity: 'fatal',
    en: 'A reference to an earlier invoice names it.',
    zh: '在先发票引用须写明其号码。',
    broken: (root) =>
      select(root, 'BillingReference')
        .filter((node) => select(node, 'InvoiceDocumentReference/ID').length === 0)
        .map((at) => ({ at })),
  },
  {
    id: 'UBL-SR-43',
    severity: 'fatal',
    en: 'Only the reference to the invoiced object (type 130) has a scheme or a type.',
    zh: '只有对开票对象的引用（类型 130）可以有标识体系或类型。',
    broken: (root) =>
      select(root, 'AdditionalDocumentReference')
        .filter((node) => {
          const type = valueAt(node, 'DocumentTypeCode');
          if (type === '130' || (type === '50' && root.name === 'CreditNote')) return false;
          return type !== '' || select(node, 'ID').some((id) => attributeOf(id, 'schemeID') !== undefined);
        })
        .map((at) => ({ at })),
  },
  {
    id: 'UBL-SR-44',
    severity: 'fatal',
    en: 'The text for the transfer is the same for all means of payment.',
    zh: '各付款方式的转账附言须相同。',
    broken: (root) => second(different(root, 'PaymentID')),
  },
  {
    id: 'UBL-SR-47',
    severity: 'fatal',
    en: 'All means of payment are of one type.',
    zh: '各付款方式的类型须相同。',
    broken: (root) => second(different(root, 'PaymentMeansCode')),
  },
  {
    id: 'UBL-SR-48',
    severity: 'fatal',
    en: 'Each line has exactly one VAT category.',
    zh: '每行须恰有一个增值税类别。',
    broken: (root) =>
      lines(root)
        .filter((line) => select(line, 'Item/ClassifiedTaxCategory').length !== 1)
        .map((at) => ({ at })),
  },
  {
    id: 'UBL-SR-53',
    severity: 'fatal',
    en: "A party's tax scheme has the scheme and the number.",
    zh: '主体的税务登记须同时写明税种和号码。',
    broken: (root) =>
      everywhere(root, 'PartyTaxScheme')
        .filter((node) => select(node, 'TaxScheme/ID').length === 0 || select(node, 'CompanyID').length === 0)
        .map((at) => ({ at })),
  },
  {
    id: 'UBL-DT-01',
    severity: 'fatal',
    en: 'Amounts have at most two decimals.',
    zh: '金额最多两位小数。',
    broken: (root) =>
      amountsIn(root)
        .filter((e) => (/\.(.*)$/s.exec(e.text)?.[1]?.length ?? 0) > 2)
        .map((at) => ({ at, detail: say`It is ${{ value: at.text.slice(0, 40) }}.` })),
  },
  {
    id: 'UBL-DT-06',
    severity: 'fatal',
    en: 'An attachment names its media type.',
    zh: '附件须写明媒体类型。',
    broken: (root) => binaries(root, 'mimeCode'),
  },
  {
    id: 'UBL-DT-07',
    severity: 'fatal',
    en: 'An attachment names its file.',
    zh: '附件须写明文件名。',
    broken: (root) => binaries(root, 'filename'),
  },
  {
    id: 'PEPPOL-EN16931-R051',
    severity: 'warning',
    en: "Every amount is in the document's currency, but for the total VAT in the currency of accounting (Peppol).",
    zh: '除记账币种税额合计外，所有金额均为单据币种（Peppol）。',
    broken: (root) => foreign(root),
  },
];

function binaries(root: XmlElement, attribute: string): { at: XmlElement }[] {
  return everywhere(root, 'EmbeddedDocumentBinaryObject')
    .filter((e) => !attributeOf(e, attribute))
    .map((at) => ({ at }));
}

function foreign(root: XmlElement): { at: XmlElement; detail: Said }[] {
  const currency = valueAt(root, 'DocumentCurrencyCode');
  if (currency === '') return [];
  const accounting = new Set(select(root, 'TaxTotal/TaxAmount'));
  const found: { at: XmlElement; detail: Said }[] = [];
  const visit = (element: XmlElement): void => {
    const own = attributeOf(element, 'currencyID');
    if (own !== undefined && own !== currency && !(accounting.has(element) && own === valueAt(root, 'TaxCurrencyCode')))
      found.push({ at: element, detail: say`${{ element: element.name }} is in ${{ currency: own.slice(0, 10) }}.` });
    for (const child of element.children) visit(child);
  };
  visit(root);
  return found;
}

/** The broken rules of the syntax, with their places in the file. */
export const checkSyntax = (root: XmlElement): Finding[] =>
  RULES.flatMap(({ id, severity, en, zh, broken }) =>
    broken(root).map(({ at, detail }) =>
      findingOf({ id, severity, says: { en, zh } }, { path: '', place: { line: at.line, column: at.column }, ...(detail && { detail }) }),
    ),
  );
