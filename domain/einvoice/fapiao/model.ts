import { negate, type Amount } from '../../money/amount.ts';
import { present, some } from '../cii/nodes.ts';
import type { Line } from '../model-lines.ts';
import type { EParty } from '../model-parties.ts';
import type { EInvoice } from '../model.ts';
import type { Fapiao, FapiaoItem, FapiaoParty } from './fapiao.ts';
import { taxOfRate } from './rate.ts';

/** Words for units as codes of UN/ECE Recommendation 20; a word that is not here stays in the line's description. */
const UNITS: Readonly<Record<string, string>> = {
  项: 'C62', 个: 'C62', 件: 'C62', 次: 'C62', 套: 'SET', 台: 'C62', 年: 'ANN', 月: 'MON', 周: 'WEE', 天: 'DAY', 日: 'DAY', 小时: 'HUR', 时: 'HUR',
  分钟: 'MIN', GB: 'E34', TB: 'E35', 千克: 'KGM', 升: 'LTR',
}; // prettier-ignore

/**
 * An e-fapiao in the terms of the model. A credit note of the model has positive figures: those of a red invoice lose their sign. The
 * model has no code beside the number: an older invoice is `code-number`, which is what makes it unique.
 */
export function fapiaoModel(fapiao: Fapiao): EInvoice {
  const turn = (value: Amount | null): Amount | undefined => (value === null ? undefined : fapiao.red ? negate(value) : value);
  const { original } = fapiao;
  return {
    kind: fapiao.red ? 'credit-note' : 'invoice',
    ...present<Partial<EInvoice>>({
      number: numberOf(fapiao.number, fapiao.code),
      issued: fapiao.date ?? undefined,
      typeCode: fapiao.red ? '381' : '380',
      currency: 'CNY',
      notes: fapiao.remark === null ? undefined : [{ text: fapiao.remark }],
      preceding: original === null ? undefined : [{ number: numberOf(original.number, original.code) }],
      seller: partyOf(fapiao.seller),
      buyer: partyOf(fapiao.buyer),
      totals: present({ net: turn(fapiao.net), tax: turn(fapiao.tax), gross: turn(fapiao.gross) }),
      lines: some(fapiao.items.map((item, index) => lineOf(item, index, turn))),
    }),
  };
}

const numberOf = (number: string | null, code: string | null): string | undefined =>
  number === null ? undefined : code === null ? number : `${code}-${number}`;

const partyOf = (party: FapiaoParty): EParty | undefined =>
  party.name === null && party.taxId === null
    ? undefined
    : present({
        name: party.name ?? undefined,
        taxId: party.taxId ?? undefined,
        address: present({ line1: party.address ?? undefined, country: 'CN' }),
        contact: present({ phone: party.phone ?? undefined }),
      });

function lineOf(item: FapiaoItem, index: number, turn: (value: Amount | null) => Amount | undefined): Line | undefined {
  const unit = item.unit === null ? undefined : (UNITS[item.unit] ?? undefined);
  const description = [item.spec, unit === undefined ? item.unit : null].filter((t) => t !== null).join(' · ');
  return present<Line>({
    id: String(index + 1),
    quantity: item.quantity?.replace(/^-/, '') ?? undefined,
    unit,
    net: turn(item.amount),
    price: present({ net: item.price?.replace(/^-/, '') ?? undefined }),
    tax: taxOfRate(item.rate),
    item: present({ name: item.name || undefined, description: description || undefined }),
  });
}
