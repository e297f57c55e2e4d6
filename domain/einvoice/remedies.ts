import type { Bilingual } from '../words/said.ts';

const say = (en: string, zh: string): Bilingual => ({ en, zh });

const SELLER = {
  party: say("Choose the seller's party on the document, with its name and legal address.", '在单据上选择销售方，并填写其名称和法定地址。'),
  country: say("Enter the country of the seller's legal address at the party.", '在主体中填写销售方法定地址的国家。'),
  id: say('Enter a tax or registration number of the seller at the party.', '在主体中填写销售方的税号或登记号。'),
  endpoint: say("Enter the seller's electronic address with its scheme at the party.", '在主体中填写销售方的电子地址及其体系。'),
};
const BUYER = {
  party: say("Choose the buyer's party on the document, with its name and legal address.", '在单据上选择购买方，并填写其名称和法定地址。'),
  country: say("Enter the country of the buyer's legal address at the party.", '在主体中填写购买方法定地址的国家。'),
  id: say("Enter the buyer's tax or registration number at the party.", '在主体中填写购买方的税号或登记号。'),
  endpoint: say("Enter the buyer's electronic address with its scheme at the party.", '在主体中填写购买方的电子地址及其体系。'),
};
const LINES = say(
  'Give the document lines whose amounts, tax category and rate are stated.',
  '为单据填写各行，并写明金额、税收类别和税率。',
);
const RATE = say('State the tax rate on the lines of the document, or make the tax by a rule.', '在单据各行写明税率，或按规则计税。');
const SUMS = say(
  'The figures of the record contradict each other: correct its lines, net amount or tax.',
  '记录中的数字互相矛盾：请更正各行、净额或税额。',
);
const DECIMALS = say(
  'EN 16931 allows two decimals: this document cannot be told in it as it is.',
  'EN 16931 只允许两位小数：该单据无法照原样以其表示。',
);
const DUE = say('Enter the day on which the document is due, or its terms of payment.', '填写单据的到期日或付款条件。');
const NAME = say('Give every line a description.', '为每一行填写说明。');
const UNIT = say(
  'Correct the unit of measure: a code of UN/ECE Recommendation 20, such as C62 or HUR.',
  '更正计量单位：须为联合国欧洲经济委员会第 20 号建议书的代码，如 C62 或 HUR。',
);
const PREFIX = say('Check the country of the party: its VAT number is written with it.', '核对主体的国家：增值税号前须写国家代码。');
const REFERENCE = say("Enter the buyer's reference or the order on the document.", '在单据上填写购买方参考号或订单号。');
const SCHEME = say(
  'Choose a scheme of the list of electronic address schemes (EAS) at the party.',
  '在主体中从电子地址体系（EAS）列表选择一个体系。',
);
const ALONE = say('Make a document of its own for what is not subject to tax.', '对不征税的部分单独开具单据。');

const BY_RULE: Readonly<Record<string, Bilingual>> = {
  'BR-06': SELLER.party,
  'BR-08': SELLER.party,
  'BR-09': SELLER.country,
  'BR-07': BUYER.party,
  'BR-10': BUYER.party,
  'BR-11': BUYER.country,
  'BR-25': NAME,
  'BR-48': RATE,
  'BR-62': SELLER.endpoint,
  'BR-63': BUYER.endpoint,
  'BR-CO-09': PREFIX,
  'BR-CO-17': SUMS,
  'BR-CO-25': DUE,
  'BR-CO-26': SELLER.id,
  'BR-CL-23': UNIT,
  'BR-CL-25': SCHEME,
  'BR-CL-14': say('Correct the country of the party: a code of ISO 3166-1.', '更正主体的国家：须为 ISO 3166-1 代码。'),
  'RECORD-TOTAL': SUMS,
  'PEPPOL-EN16931-R003': REFERENCE,
  'PEPPOL-EN16931-R010': BUYER.endpoint,
  'PEPPOL-EN16931-R020': SELLER.endpoint,
};

/** What to do about a broken rule in a document of the register; null where the rule's own words are all there is to say. */
export function remedyOf(rule: string): Bilingual | null {
  const known = BY_RULE[rule];
  if (known) return known;
  if (rule.startsWith('BR-DEC-')) return DECIMALS;
  const family = /^BR-(S|Z|E|AE|IC|G|O|AF|AG)-(\d\d)$/.exec(rule);
  if (!family) return null;
  const number = Number(family[2]);
  if (number >= 2 && number <= 4) return family[1] === 'AE' || family[1] === 'IC' ? BUYER.id : SELLER.id;
  if (number >= 5 && number <= 7) return RATE;
  if (number >= 11) return ALONE;
  return number === 8 || number === 9 ? SUMS : LINES;
}
