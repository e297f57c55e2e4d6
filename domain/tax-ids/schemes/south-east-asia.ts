import { nik, npwp15, npwp16 } from '../checks/indonesia.ts';
import { brn, nric } from '../checks/malaysia.ts';
import { business, localCompany, otherBody } from '../checks/singapore.ts';
import { tin } from '../checks/thailand.ts';
import { branch, mst } from '../checks/vietnam.ts';
import type { TaxIdForm, TaxIdScheme } from '../scheme.ts';

const uen: readonly TaxIdForm[] = [
  { shape: /^[0-9]{8}[A-Z]$/, flaws: business },
  { shape: /^(18|19|20)[0-9]{7}[A-Z]$/, flaws: localCompany },
  { shape: /^[RST][0-9]{2}[A-Z]{2}[0-9]{4}[A-Z]$/, flaws: otherBody },
];

export const southEastAsia: readonly TaxIdScheme[] = [
  {
    country: 'MY',
    id: 'TIN',
    name: { en: 'tax identification number', zh: '税务识别号' },
    example: 'C20880050010',
    forms: [
      { shape: /^(IG|SG|OG)[0-9]{9,11}$/ },
      { shape: /^(C|CS|D|E|F|FA|PT|TA|TC|TN|TR|TP|J|LE|H)[0-9]{10,11}$/ },
      // General numbers of the e-invoice guideline: the public, foreign buyers and sellers, government.
      { shape: /^EI000000000[1-4]0$/ },
    ],
    depth: 'shape',
  },
  {
    country: 'MY',
    id: 'SST',
    name: { en: 'SST registration number', zh: '销售与服务税登记号' },
    example: 'W10-1808-32000001',
    forms: [{ shape: /^[A-Z][0-9]{14}$/, layout: '###-####-########' }],
    depth: 'shape',
  },
  {
    country: 'MY',
    id: 'BRN',
    name: { en: 'business registration number', zh: '企业注册号' },
    example: '202001234567',
    forms: [{ shape: /^[0-9]{12}$/, flaws: brn }, { shape: /^[0-9]{5,7}[A-Z]$/ }],
    depth: 'content',
  },
  {
    country: 'MY',
    id: 'NRIC',
    name: { en: 'identity card number (MyKad)', zh: '身份证号码（MyKad）' },
    example: '770305-02-1234',
    forms: [{ shape: /^[0-9]{12}$/, layout: '######-##-####', flaws: nric }],
    depth: 'content',
  },
  {
    country: 'SG',
    id: 'GST',
    name: { en: 'GST registration number', zh: 'GST 注册税号' },
    example: 'M90312345A',
    forms: [{ shape: /^M[0-9R][0-9]{7}[0-9A-Z]$/ }, ...uen],
    depth: 'content',
  },
  {
    country: 'SG',
    id: 'UEN',
    name: { en: 'unique entity number', zh: '唯一实体编号' },
    example: '00192200M',
    forms: uen,
    depth: 'check-digit',
  },
  {
    country: 'TH',
    id: 'TIN',
    name: { en: 'tax identification number', zh: '税号' },
    example: '0-9940-00165-50-1',
    prefixes: ['VAT'],
    forms: [{ shape: /^[0-9]{13}$/, layout: '#-####-#####-##-#', flaws: tin }],
    depth: 'check-digit',
  },
  {
    country: 'VN',
    id: 'MST',
    name: { en: 'tax code', zh: '税号' },
    example: '0100233488',
    prefixes: ['VAT'],
    forms: [
      { shape: /^[0-9]{10}$/, flaws: mst },
      { shape: /^[0-9]{13}$/, layout: '##########-###', flaws: branch },
    ],
    depth: 'check-digit',
  },
  {
    country: 'KH',
    id: 'TIN',
    name: { en: 'tax identification number', zh: '税务识别号' },
    example: 'K001-900123456',
    prefixes: ['VAT', 'VATTIN'],
    forms: [{ shape: /^[A-Z0-9][0-9]{3}[0-9]{9,10}$/, layout: '####-#########' }],
    depth: 'shape',
  },
  {
    country: 'PH',
    id: 'TIN',
    name: { en: 'taxpayer identification number', zh: '纳税人识别号' },
    example: '123-456-789-101',
    prefixes: ['VAT'],
    forms: [
      { shape: /^[0-9]{12}$/, layout: '###-###-###-###' },
      { shape: /^[0-9]{9}$/, layout: '###-###-###' },
      { shape: /^[0-9]{14}$/, layout: '###-###-###-#####' },
    ],
    depth: 'shape',
  },
  {
    country: 'ID',
    id: 'NPWP',
    name: { en: 'taxpayer number', zh: '纳税人识别号' },
    example: '01.312.166.0-091.000',
    forms: [
      { shape: /^[0-9]{15}$/, layout: '##.###.###.#-###.###', flaws: npwp15 },
      { shape: /^[0-9]{16}$/, flaws: npwp16 },
    ],
    depth: 'check-digit',
  },
  {
    country: 'ID',
    id: 'NIK',
    name: { en: 'identity number of a person', zh: '个人身份号码' },
    example: '3171011708450001',
    forms: [{ shape: /^[0-9]{16}$/, flaws: nik }],
    depth: 'content',
  },
  {
    country: 'ID',
    id: 'NITKU',
    name: { en: 'place of business number', zh: '营业场所识别号' },
    example: '0013121660091000000001',
    forms: [{ shape: /^[0-9]{22}$/, flaws: (id) => npwp16(id.slice(0, 16)) }],
    depth: 'check-digit',
  },
  {
    country: 'PG',
    id: 'TIN',
    name: { en: 'taxpayer identification number', zh: '纳税人识别号' },
    example: '500123456',
    forms: [{ shape: /^[0-9]{9}$/ }],
    depth: 'shape',
  },
];
