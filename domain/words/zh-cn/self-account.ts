/** Taxes that the buyer accounts for itself. */
export const selfAccount: Readonly<Record<string, string>> = {
  'A rate of {rate} % is more than the whole.': '{rate} % 的税率超过 100 %。',
  'No rate of {country} begins on {from}.': '{country} 没有自 {from} 起的税率。',
  'See the list of rates for their first days.': '各税率的首日见税率列表。',
  'The rules know no contracting entity {entity}.': '规则中没有签约主体 {entity}。',
  'Invoice {number} is not one that was received and counts.': '发票 {number} 不是收到且有效的发票。',
  'Choose a received invoice that is not void.': '请选择收到且未作废的发票。',
};
