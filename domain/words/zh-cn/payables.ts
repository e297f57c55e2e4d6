/** How cash and certificates settle an invoice. */
export const payables: Readonly<Record<string, string>> = {
  '{number} is a credit note: it settles, and is not settled.': '{number} 是贷项发票：它用于冲减，本身没有结清过程。',
  'Look at invoice {credits}, which it lowers.': '请查看其冲减的发票 {credits}。',
  'rate of {month}': '{month} 汇率',
  'rate of {month}, 1 ÷ {rate}': '{month} 汇率，1 ÷ {rate}',
  '{amount} {from} ÷ {rate} → {value} {currency} ({policy})': '{amount} {from} ÷ {rate} → {value} {currency}（{policy}）',
  '{amount} × {rate} ({told})': '{amount} × {rate}（{told}）',
  '{terms} = {value} {currency} ({policy})': '{terms} = {value} {currency}（{policy}）',
  '{all} + {term}': '{all} + {term}',
  '{amount} {currency}': '{amount} {currency}',
  '{base} + {tax}': '{base} + {tax}',
  '{total} − {cash} − {certified}': '{total} − {cash} − {certified}',
  '{total} − {wht}': '{total} − {wht}',
  '{withheld} − {certified}': '{withheld} − {certified}',
  '{certified} − {withheld}': '{certified} − {withheld}',
  '{certified} − {wht}': '{certified} − {wht}',
  '{given} − {converted}; {step}': '{given} − {converted}；{step}',
  '{gross} − {base}': '{gross} − {base}',
  '{base} × {rate} % ({policy})': '{base} × {rate} %（{policy}）',
  'base {base}; {withheld} paid on top': '税基 {base}；另行缴纳 {withheld}',
  'base {base}; nothing withheld': '税基 {base}；未扣缴',
  'settles {gross} = {cash} + {withheld} withheld; base {base}, the remainder':
    '结清 {gross} = {cash} + 扣缴 {withheld}；税基 {base}（余数）',
  'settles {gross} = {cash} + {withheld} withheld; base {base} = {whole} × {cash2} ÷ {net}':
    '结清 {gross} = {cash} + 扣缴 {withheld}；税基 {base} = {whole} × {cash2} ÷ {net}',
  '{invoice}: {base} × {rate} % = {expected}; certificates {certified}': '{invoice}：{base} × {rate} % = {expected}；凭证 {certified}',
  '{invoice}: {base} × {rate} % = {expected}; certificates {certified}: over by {apart}':
    '{invoice}：{base} × {rate} % = {expected}；凭证 {certified}：多 {apart}',
  '{invoice}: {base} × {rate} % = {expected}; certificates {certified}: short by {apart}':
    '{invoice}：{base} × {rate} % = {expected}；凭证 {certified}：少 {apart}',
};
