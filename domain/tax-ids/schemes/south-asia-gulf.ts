import { gstin, pan } from '../checks/india.ts';
import { tckn, vkn } from '../checks/turkiye.ts';
import { say, type Said } from '../../words/said.ts';
import type { TaxIdScheme } from '../scheme.ts';

/** In the Gulf states' common VAT system the first digit is that of the state. */
const firstDigit =
  (digit: string) =>
  (id: string): Said[] =>
    id.startsWith(digit) ? [] : [say`Numbers of this country begin with ${{ digit }}; this one begins with ${{ found: id.slice(0, 1) }}.`];

export const southAsiaAndGulf: readonly TaxIdScheme[] = [
  {
    country: 'IN',
    id: 'GSTIN',
    name: { en: 'GST identification number', zh: '商品服务税税号（GSTIN）' },
    example: '27AAPFU0939F1ZV',
    prefixes: ['GST'],
    forms: [
      { shape: /^[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][1-9A-Z]Z[0-9A-Z]$/, flaws: gstin },
      // Suppliers of online services from abroad (OIDAR): no PAN, and no published check.
      { shape: /^99[0-9]{2}[A-Z]{3}[0-9]{5}OS[0-9A-Z]$/ },
    ],
    depth: 'check-digit',
  },
  {
    country: 'IN',
    id: 'PAN',
    name: { en: 'permanent account number', zh: '永久账号（PAN）' },
    example: 'AAPFU0939F',
    forms: [{ shape: /^[A-Z]{5}[0-9]{4}[A-Z]$/, flaws: pan }],
    depth: 'content',
  },
  {
    country: 'IN',
    id: 'TAN',
    name: { en: 'tax deduction account number', zh: '扣税账号（TAN）' },
    example: 'DELA12345B',
    forms: [{ shape: /^[A-Z]{4}[0-9]{5}[A-Z]$/ }],
    depth: 'shape',
  },
  {
    country: 'PK',
    id: 'NTN',
    name: { en: 'national tax number', zh: '国家税号' },
    example: '0132145-3',
    forms: [{ shape: /^[0-9A-Z][0-9]{7}$/, layout: '#######-#' }, { shape: /^[0-9A-Z][0-9]{6}$/ }],
    depth: 'shape',
  },
  {
    country: 'PK',
    id: 'SNTN',
    name: { en: 'Sindh sales tax number', zh: '信德省销售税号' },
    example: 'S0132145-3',
    forms: [{ shape: /^S[0-9]{8}$/, layout: '########-#' }, { shape: /^S[0-9]{7}$/ }],
    depth: 'shape',
  },
  {
    country: 'PK',
    id: 'CNIC',
    name: { en: 'identity card number', zh: '身份证号码' },
    example: '34201-0891231-8',
    forms: [{ shape: /^[1-8][0-9]{12}$/, layout: '#####-#######-#' }],
    depth: 'shape',
  },
  {
    country: 'PK',
    id: 'STRN',
    name: { en: 'sales tax registration number', zh: '销售税登记号' },
    example: '32-77-8761-234-12',
    forms: [{ shape: /^[0-9]{13}$/, layout: '##-##-####-###-##' }],
    depth: 'shape',
  },
  {
    country: 'AE',
    id: 'TRN',
    name: { en: 'tax registration number', zh: '税务登记号' },
    example: '100123456700003',
    prefixes: ['VAT'],
    forms: [{ shape: /^[0-9]{15}$/, flaws: firstDigit('1') }],
    depth: 'shape',
  },
  {
    country: 'BH',
    id: 'VAT',
    name: { en: 'VAT account number', zh: '增值税账号' },
    example: '200012345600002',
    forms: [{ shape: /^[0-9]{15}$/, flaws: firstDigit('2') }],
    depth: 'shape',
  },
  {
    country: 'SA',
    id: 'VAT',
    name: { en: 'VAT registration number', zh: '增值税注册税号' },
    example: '300123456700003',
    prefixes: ['TRN'],
    forms: [{ shape: /^[0-9]{15}$/, flaws: saudi }],
    depth: 'content',
  },
  {
    country: 'TR',
    id: 'VKN',
    name: { en: 'tax identification number', zh: '税务识别号（VKN）' },
    example: '4540536920',
    prefixes: ['VAT'],
    forms: [{ shape: /^[0-9]{10}$/, flaws: vkn }],
    depth: 'check-digit',
  },
  {
    country: 'TR',
    id: 'TCKN',
    name: { en: 'identity number of a person', zh: '个人身份号码（TCKN）' },
    example: '17291716060',
    forms: [{ shape: /^[1-9][0-9]{10}$/, flaws: tckn }],
    depth: 'check-digit',
  },
];

/** 15 digits, the first and the last a 3. */
function saudi(id: string): Said[] {
  return /^3[0-9]{13}3$/.test(id) ? [] : [say`Saudi VAT numbers begin and end with 3.`];
}
