/** How sheets print currencies beside the ISO 4217 codes themselves. */
const WORDS: Readonly<Record<string, string>> = {
  '¥': 'CNY',
  元: 'CNY',
  人民币: 'CNY',
  人民币元: 'CNY',
  RMB: 'CNY',
  美元: 'USD',
  US$: 'USD',
  港元: 'HKD',
  港币: 'HKD',
  HK$: 'HKD',
  新加坡元: 'SGD',
  新币: 'SGD',
  S$: 'SGD',
  欧元: 'EUR',
  '€': 'EUR',
  英镑: 'GBP',
  '£': 'GBP',
  日元: 'JPY',
  泰铢: 'THB',
  '฿': 'THB',
  马来西亚林吉特: 'MYR',
  林吉特: 'MYR',
  RM: 'MYR',
  '₹': 'INR',
  RP: 'IDR',
  '₱': 'PHP',
};

/** Signs that several currencies share: they name none, and contradict only the others. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  '¥': ['CNY', 'JPY'],
  元: ['CNY', 'TWD', 'HKD'],
  $: ['USD', 'SGD', 'HKD', 'AUD', 'CAD', 'NZD', 'TWD', 'MXN', 'CLP', 'COP', 'ARS', 'BRL'],
};

const CODE = /^[A-Z]{3}$/;

/** ISO 4217 code of a printed currency (`usd`, `人民币`, `RMB`), or null where the text names none. */
export function currencyOf(text: string): string | null {
  const word = text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  if (Object.hasOwn(WORDS, word)) return WORDS[word]!;
  return CODE.test(word) ? word : null;
}

/** True where a sign printed beside an amount (`$`, `¥`, `EUR`) can stand for the currency. */
export function isSignOf(sign: string, currency: string): boolean {
  const word = sign.toUpperCase();
  return Object.hasOwn(SHARED, word) ? SHARED[word]!.includes(currency) : currencyOf(word) === currency;
}
