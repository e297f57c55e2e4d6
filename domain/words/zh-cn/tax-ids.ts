/** Tax and registration numbers. */
export const taxIds: Readonly<Record<string, string>> = {
  'No check digit fits the other digits; {found} is written.': '其余数字没有对应的校验位；写的是 {found}。',
  'The check digit is {found}; the other digits ask for {expected}.': '校验位为 {found}；按其余数字应为 {expected}。',
  '“{part}” is not given out at this place of the number.': '号码此处不会出现“{part}”。',
  'The state code {code} is that of {region}, not of {chosen}: the tax would be another.':
    '邦代码 {code} 属于 {region}，而非 {chosen}：适用的税会不同。',
  '{date} is not a day of birth.': '{date} 不是出生日期。',
  '{date} is not a day of foundation or birth.': '{date} 不是成立或出生日期。',
  'A registration number begins with the year; {year} is none.': '注册号以年份开头；{year} 不是年份。',
  '{id} stands for customers without a number of their own.': '{id} 用于没有自己号码的客户。',
  'The number is one run of digits, which is not given out.': '号码为连续数字，不会发放此类号码。',
  'Numbers of this country begin with {digit}; this one begins with {found}.': '该国号码以 {digit} 开头；此号码以 {found} 开头。',
  'Saudi VAT numbers begin and end with 3.': '沙特增值税号以 3 开头并以 3 结尾。',
  'There is no number.': '没有号码。',
  'All characters are the same.': '所有字符都相同。',
  'No form of tax numbers is known for {country}: the number is kept as typed.': '未知 {country} 的税号格式：按所填保留。',
  '“{scheme}” is no known kind of number of {country}: the number is kept as typed.':
    '“{scheme}”不是 {country} 的已知号码类型：按所填保留。',
  '“{value}” is not written like any of these: {kinds}.': '“{value}”不符合以下任何格式：{kinds}。',
  '{kind} ({example})': '{kind}（{example}）',
};
