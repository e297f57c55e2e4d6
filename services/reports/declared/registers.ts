import { contract } from '../../contract/index.ts';
import { invoiceRegisterDocument, taxRegisterDocument } from '../../statements/export/register-document.ts';
import { whtRegisterDocument } from '../../wht/registers/document.ts';
import { tableOf, type DeclaredReport, type ReportContext } from './report.ts';

const days = ({ first, last }: ReportContext) => ({ from: first, to: last });
const read = ({ context }: ReportContext) => context.session.book().read;

/** The registers of invoices, taxes and WHT certificates of a range of days; more of them can be asked for on their own screens. */
export const registerReports: readonly DeclaredReport[] = [
  {
    id: 'invoice-register',
    title: { en: 'Invoice register', zh: '发票登记簿' },
    purpose: {
      en: 'Received invoices and credit notes by their date, with taxes and rules.',
      zh: '按日期列出收到的发票与贷项发票，含税额与规则。',
    },
    parameters: ['days'],
    formats: ['xlsx', 'pdf', 'csv'],
    tables: [tableOf('register', 'Invoice register', '发票登记簿'), tableOf('local', 'Local currency', '本位币')],
    make: (_input, given) =>
      invoiceRegisterDocument(read(given), contract['invoices/register'].input.parse(days(given)), given.words.language),
  },
  {
    id: 'tax-register',
    title: { en: 'Tax register', zh: '税务登记簿' },
    purpose: {
      en: 'Each tax of each invoice against the tax by rule, with totals by tax.',
      zh: '逐张发票逐税种与按规则税额核对，并按税种合计。',
    },
    parameters: ['days'],
    formats: ['xlsx', 'pdf', 'csv'],
    tables: [tableOf('register', 'Tax register', '税务登记簿'), tableOf('totals', 'Totals by tax', '按税种合计')],
    make: (_input, given) =>
      taxRegisterDocument(read(given), contract['invoices/taxRegister'].input.parse(days(given)), given.words.language),
  },
  {
    id: 'wht-register',
    title: { en: 'WHT register', zh: 'WHT登记簿' },
    purpose: { en: 'WHT certificates line by line, with what is still expected.', zh: '逐行列出WHT凭证及待取得的凭证。' },
    parameters: ['days'],
    formats: ['xlsx', 'pdf', 'csv'],
    tables: [tableOf('register', 'WHT register', 'WHT登记簿'), tableOf('drafts', 'Drafts', '草稿'), tableOf('sums', 'Sums', '合计')],
    make: (_input, given) => {
      const { first, last } = given;
      return whtRegisterDocument(read(given), contract['wht/register'].input.parse({ first, last }), given.words.language);
    },
  },
];
