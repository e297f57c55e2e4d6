import { sum, type Amount } from '../../../domain/money/amount.ts';
import { chineseCapitals } from '../../../domain/money/chinese-capitals.ts';
import { englishWords } from '../../../domain/money/english-words.ts';
import { codesOf } from '../../../domain/wht/forms/index.ts';
import type { FormField } from '../../../domain/wht/forms/form.ts';
import type { PlainDate } from '../../../domain/time/plain-date.ts';
import type { Bilingual } from '../../../domain/words/said.ts';
import type { PaperParty } from '../../documents/paper.ts';
import type { PaperLack } from '../../../domain/wht/paper-options.ts';
import { paperParty } from './party.ts';
import { marksOf, type CertificateMark } from './marks.ts';
import type { CertificateSource } from './source.ts';
import { CERTIFICATE_WORDS as W } from './words.ts';

/** What stands on the certificate of any country, before language and layout. Amounts are exact, in `currency` unless told otherwise. */
export interface CertificatePaper {
  kind: 'certificate';
  title: Bilingual;
  /** The authority's own title, where it is in another language. */
  localTitle: string | null;
  marks: CertificateMark[];
  number: string;
  date: PlainDate;
  country: string | null;
  form: Bilingual;
  /** Both days inclusive. */
  first: PlainDate | null;
  last: PlainDate | null;
  currency: string;
  payer: PaperParty;
  payee: PaperParty;
  income: { code: string; what: Bilingual; paid: PlainDate | null; base: Amount | null; rate: string | null; tax: Amount }[];
  /** Null where a base is missing. */
  base: Amount | null;
  tax: Amount;
  words: { en: string | null; zh: string | null };
  basis: {
    invoice: string;
    date: PlainDate;
    amount: Amount;
    payAmount: Amount;
    payCurrency: string;
    fx: { rate: string; date: PlainDate | null; source: string | null } | null;
  }[];
  remittance: string;
  remitted: PlainDate | null;
  /** What the paper is beside the authority's own. */
  standing: 'own' | 'portal' | 'receipt';
  note: string;
  lacks: PaperLack[];
}

/** The certificate of a country without a layout of its own. Pure: the same source, the same paper. */
export function buildCertificate({ certificate: c, form, payer, payee }: CertificateSource): CertificatePaper {
  const codes = form ? codesOf(form, c.date) : [];
  const own = form !== null && form.country !== null;
  const standing = form?.pattern === 'portal' ? 'portal' : form?.pattern === 'receipt' ? 'receipt' : 'own';
  const paper = {
    kind: 'certificate' as const,
    title: own && standing === 'own' ? { en: form.name.en, zh: form.name.zh } : standing === 'own' ? W.certificate : W.statement,
    localTitle: own && standing === 'own' ? (form.name.local ?? null) : null,
    marks: marksOf(c),
    number: c.number,
    date: c.date,
    country: c.country,
    form: own ? { en: form.short, zh: form.short } : W.generic,
    first: c.first,
    last: c.last,
    currency: c.currency,
    payer: paperParty(c.country, payer),
    payee: paperParty(c.country, payee),
    income: c.income.map((line) => {
      const known = codes.find((of) => of.code === line.code && of.category === line.category) ?? codes.find((of) => of.code === line.code);
      return {
        code: line.code ?? '',
        what: line.description ? { en: line.description, zh: line.description } : (known?.name ?? CATEGORIES[line.category]),
        paid: line.paid,
        base: line.base,
        rate: line.rate,
        tax: line.tax,
      };
    }),
    base: c.income.length === 0 || c.income.some((line) => line.base === null) ? null : sum(c.income.map((line) => line.base)),
    tax: c.total,
    words: { en: englishWords(c.total, c.currency), zh: capitals(c.total, c.currency) },
    basis: c.allocations.map((a) => ({
      invoice: a.invoice,
      date: a.invoiceDate,
      amount: a.amount,
      payAmount: a.payAmount,
      payCurrency: a.invoiceCurrency,
      fx: a.fx,
    })),
    remittance: c.remittance,
    remitted: c.remitted,
    standing: standing as CertificatePaper['standing'],
    note: c.note,
  };
  return { ...paper, lacks: lacksOf(paper, form?.required ?? []) };
}

/** Renminbi as the law writes them; another currency by its name before the same figures. */
function capitals(value: Amount, currency: string): string | null {
  const text = chineseCapitals(value);
  if (text === null) return null;
  if (currency === 'CNY') return `人民币${text}`;
  return `${new Intl.DisplayNames(['zh-CN'], { type: 'currency', fallback: 'code' }).of(currency) ?? currency} ${text}`;
}

const CATEGORIES: Record<CertificateSource['certificate']['income'][number]['category'], Bilingual> = {
  services: { en: 'Services', zh: '服务费' },
  'technical-services': { en: 'Technical services', zh: '技术服务费' },
  'professional-fees': { en: 'Professional fees', zh: '专业服务费' },
  royalty: { en: 'Royalties', zh: '特许权使用费' },
  rent: { en: 'Rent', zh: '租金' },
  interest: { en: 'Interest', zh: '利息' },
  dividend: { en: 'Dividends', zh: '股息' },
  advertising: { en: 'Advertising', zh: '广告费' },
  transport: { en: 'Transport', zh: '运输费' },
  goods: { en: 'Goods', zh: '货物' },
  other: { en: 'Other', zh: '其他' },
};

function lacksOf(paper: Omit<CertificatePaper, 'lacks'>, required: readonly FormField[]): PaperLack[] {
  const asks = (field: FormField): boolean => required.includes(field);
  const lines = paper.income;
  const lacks: [PaperLack, boolean][] = [
    ['payer-tax-id', paper.payer.taxIds.length === 0],
    ['payer-address', paper.payer.address.length === 0],
    ['payee-name', paper.payee.name === ''],
    ['payee-tax-id', paper.payee.taxIds.length === 0 && asks('payee-tax-id')],
    ['payee-address', paper.payee.address.length === 0],
    ['income', lines.length === 0],
    ['paid', asks('paid') && lines.some((line) => line.paid === null)],
    ['base', lines.some((line) => line.base === null)],
    ['rate', asks('rate') && lines.some((line) => line.rate === null)],
    ['code', asks('code') && lines.some((line) => line.code === '')],
    ['remittance', (asks('remittance') && paper.remittance === '') || (asks('remitted') && paper.remitted === null)],
  ];
  return lacks.flatMap(([field, missing]) => (missing ? [field] : []));
}
