/** Certificates of tax residence. */
export const residence: Readonly<Record<string, string>> = {
  'The certificate {number} has {limit} files already.': '证明 {number} 已有 {limit} 个文件。',
  'The certificate {number} is withdrawn already.': '证明 {number} 已撤回。',
  'A certificate of residence is either of a contracting entity or of a party.': '居民身份证明要么属于签约主体，要么属于往来单位。',
  'Name one of the two.': '请二选一。',
  'Choose a party from the list.': '请从列表中选择往来单位。',
  'The last day {to} is before the first day {from}.': '最后一日 {to} 早于首日 {from}。',
  'Correct one of the two days.': '请更正其中一个日期。',
  'A certificate for {country} is of another country.': '用于 {country} 的证明应由其他国家/地区出具。',
  'Give the country that the seller is resident in, and the customer’s.': '请填写卖方的居民国家/地区和客户所在国家/地区。',
  'The certificate {number} for {country} is on record already.': '用于 {country} 的证明 {number} 已登记。',
  'Withdraw the other one first, or correct the number.': '请先撤回另一份，或更正编号。',
  'There is no certificate of residence {id}.': '没有居民身份证明 {id}。',
  'See the list of certificates for its number.': '编号见证明列表。',
};
