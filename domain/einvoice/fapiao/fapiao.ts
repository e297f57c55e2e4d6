import type { Amount } from '../../money/amount.ts';
import type { PlainDate } from '../../time/plain-date.ts';

/** Seller or buyer as the invoice names them; absent parts are null. */
export interface FapiaoParty {
  name: string | null;
  /** 统一社会信用代码/纳税人识别号 */
  taxId: string | null;
  address: string | null;
  phone: string | null;
  bank: string | null;
  account: string | null;
}

/** One line (项目). Amounts are negative on a red invoice. */
export interface FapiaoItem {
  name: string;
  /** 规格型号, 单位 */
  spec: string | null;
  unit: string | null;
  quantity: string | null;
  price: string | null;
  /** 金额, without tax. */
  amount: Amount | null;
  /** 税率/征收率 as it is written: 0.06, 6% or a word such as 免税. */
  rate: string | null;
  tax: Amount | null;
}

/** A Chinese electronic invoice, blue or red, whichever form its file has. A part that does not stand in the file is null. */
export interface Fapiao {
  /** `digital`: 全面数字化的电子发票, one number of 20 digits. `coded`: the older one, 发票代码 and 发票号码. */
  form: 'digital' | 'coded';
  number: string | null;
  /** 发票代码, ten or twelve digits. */
  code: string | null;
  red: boolean;
  /** 增值税专用发票; null where the file does not say. */
  special: boolean | null;
  date: PlainDate | null;
  seller: FapiaoParty;
  buyer: FapiaoParty;
  items: FapiaoItem[];
  /** 合计金额, 合计税额, 价税合计 */
  net: Amount | null;
  tax: Amount | null;
  gross: Amount | null;
  /** 价税合计（大写） */
  capitals: string | null;
  /** Of a red invoice: the number (and code) of the blue one that it reduces, and of the confirmation (红字发票信息确认单). */
  original: { number: string; code: string | null } | null;
  confirmation: string | null;
  remark: string | null;
  /** 开票人 */
  drawer: string | null;
  /** Texts of amounts and dates that could not be read, by the name of the element. */
  unread: { name: string; text: string }[];
}
