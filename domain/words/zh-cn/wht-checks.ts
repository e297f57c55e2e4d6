/** What the checks of a certificate find. */
export const whtChecks: Readonly<Record<string, string>> = {
  'Income line {line}: {base} × {rate} % is {expected} {currency}; the paper says {found}, a difference of {difference}.':
    '所得第 {line} 行：{base} × {rate}% = {expected} {currency}；凭证载明 {found}，相差 {difference}。',
  '{form} takes whole {currency} only; {found} has a fraction.': '{form} 只接受整数 {currency}；{found} 带有小数。',
  'Income line {line}: code {code} of {form} was not in use on {day}.': '所得第 {line} 行：{form} 的代码 {code} 在 {day} 不适用。',
  "Income line {line}: {form} has no code {code} in this edition's list.": '所得第 {line} 行：本版本的 {form} 代码表中没有 {code}。',
  'Income line {line}: {rate} % is none of the rates known for {day}: {rates}.':
    '所得第 {line} 行：{rate}% 不在 {day} 的已知税率之列：{rates}。',
  'Income line {line}: {tax} {currency} is {share} % of {base}, none of the rates known for {day}: {rates}.':
    '所得第 {line} 行：{tax} {currency} 为 {base} 的 {share}%，不在 {day} 的已知税率之列：{rates}。',
  '{rate} % ({about})': '{rate}%（{about}）',
  '{form} also states: {fields}.': '{form} 还须载明：{fields}。',
  '{form} speaks of one {kind}: {first} – {last}, not {from} – {to}.': '{form} 以{kind}为期：{first} – {last}，而非 {from} – {to}。',
  'Invoice {invoice} was paid on {days}, outside the period {first} – {last} of the certificate.':
    '发票 {invoice} 于 {days} 付款，不在凭证所属期间 {first} – {last} 内。',
  '{form} is in use {from} – {to}; the certificate is dated {date}.': '{form} 的使用期为 {from} – {to}；凭证日期为 {date}。',
  'Income line {line}: {rate} % is a rate of the treaty ({rule}); no certificate of residence covers the payment on {day}.':
    '所得第 {line} 行：{rate}% 为税收协定税率（{rule}）；没有税收居民身份证明涵盖 {day} 的付款。',
  "Invoice {invoice}: {amount} {currency} is the treaty's {rate} % ({rule}); no certificate of residence covers the payment on {day}.":
    '发票 {invoice}：{amount} {currency} 按税收协定税率 {rate}%（{rule}）计算；没有税收居民身份证明涵盖 {day} 的付款。',
  '{form} is for payees abroad; {name} is in {country}.': '{form} 用于境外收款方；{name} 在 {country}。',
  '{form} is for resident payees; {name} is in {country}.': '{form} 用于居民收款方；{name} 在 {country}。',
  '{numbers} is on record for the same payer, payee, period and code; {form} has no number to tell them apart.':
    '同一付款方、收款方、期间和代码已有凭证 {numbers}；{form} 没有编号可以区分。',
};
