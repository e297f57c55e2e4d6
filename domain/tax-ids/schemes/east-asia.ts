import { uscc } from '../checks/china.ts';
import { corporateNumber, invoiceNumber } from '../checks/japan.ts';
import { brn } from '../checks/korea.ts';
import type { TaxIdScheme } from '../scheme.ts';

export const eastAsia: readonly TaxIdScheme[] = [
  {
    country: 'CN',
    id: 'USCC',
    name: { en: 'unified social credit code', zh: '统一社会信用代码' },
    example: '91110000600037341L',
    forms: [{ shape: /^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$/, flaws: uscc }],
    depth: 'check-digit',
  },
  {
    country: 'HK',
    id: 'BR',
    name: { en: 'business registration number', zh: '商业登记号码' },
    example: '12345678',
    forms: [{ shape: /^[0-9]{8}$/ }, { shape: /^[0-9]{11}$/, layout: '########-###' }],
    depth: 'shape',
  },
  {
    country: 'JP',
    id: 'T',
    name: { en: 'qualified invoice issuer number', zh: '合格发票开具人登记号' },
    example: 'T7000012050002',
    forms: [{ shape: /^T[1-9][0-9]{12}$/, flaws: invoiceNumber }],
    depth: 'check-digit',
  },
  {
    country: 'JP',
    id: 'CN',
    name: { en: 'corporate number', zh: '法人番号' },
    example: '7000012050002',
    forms: [{ shape: /^[1-9][0-9]{12}$/, flaws: corporateNumber }],
    depth: 'check-digit',
  },
  {
    country: 'KR',
    id: 'BRN',
    name: { en: 'business registration number', zh: '营业执照登记号' },
    example: '116-82-00276',
    prefixes: ['VAT'],
    forms: [{ shape: /^[0-9]{10}$/, layout: '###-##-#####', flaws: brn }],
    depth: 'check-digit',
  },
];
