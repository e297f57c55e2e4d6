import type { Bilingual } from '../words/said.ts';

/** Names of the model's parts; what has no name of its own is told by its group. */
const NAMES: Readonly<Record<string, Bilingual>> = {
  '': { en: 'Document', zh: '单据' },
  seller: { en: 'Seller', zh: '销售方' },
  buyer: { en: 'Buyer', zh: '购买方' },
  payee: { en: 'Payee', zh: '收款方' },
  representative: { en: 'Tax representative', zh: '税务代理人' },
  delivery: { en: 'Delivery', zh: '交付' },
  period: { en: 'Invoice period', zh: '开票期间' },
  payments: { en: 'Payment', zh: '付款' },
  totals: { en: 'Totals', zh: '合计' },
  taxes: { en: 'VAT breakdown', zh: '税额明细' },
  allowances: { en: 'Allowance', zh: '折让' },
  charges: { en: 'Charge', zh: '附加费' },
  lines: { en: 'Line', zh: '行' },
  attachments: { en: 'Supporting document', zh: '附件' },
  preceding: { en: 'Earlier invoice', zh: '在先发票' },
  notes: { en: 'Note', zh: '备注' },
};

/** The way to a part of the model in words, to its line and one step further: `lines[2].allowances[0]` is “Line 3, Allowance 1”. */
export function whereOf(path: string): Bilingual {
  const steps = [...path.matchAll(/(\w+)(?:\[(\d+)\])?/g)].slice(0, 2).flatMap(([, name = '', index]) => {
    const known = NAMES[name];
    if (!known) return [];
    const number = index === undefined ? '' : ` ${Number(index) + 1}`;
    return [{ en: `${known.en}${number}`, zh: `${known.zh}${number}` }];
  });
  if (steps.length === 0) return NAMES['']!;
  return { en: steps.map((s) => s.en).join(', '), zh: steps.map((s) => s.zh).join('，') };
}
