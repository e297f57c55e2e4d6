/** FOCUS files and native bills of other clouds: named gaps, broken rules, decisions about the whole file. */
export const focus: Readonly<Record<string, string>> = {
  'Months begin at {zone} in {count}, unlike the beginning of the file; they are read by their own clock.':
    '{count}的月份按 {zone} 划分，与文件开头不同；这些行按各自的时区读取。',
  'The billing period does not begin with a month in {count}; the lines stand in the month in which it begins.':
    '{count}的账期不是从月初开始；明细归入账期开始的月份。',
  'FOCUS {version}, told by {marker}': 'FOCUS {version}，依据：{marker}',
  'its columns; none of them is of a later version': '列名；其中没有更高版本的列',
  '{count} repeat an earlier row of the file in every cell; all are kept.': '{count}与文件中较早的行完全相同；均予保留。',
  'Ask the provider whether they are charged twice.': '请向云厂商确认是否重复计费。',
  'The file has no column {name}, which FOCUS {version} demands. Nothing is put in its place.':
    '文件缺少 FOCUS {version} 要求的列 {name}，不作填补。',
  'The file names no invoices: its charges can be held against an invoice by month only.': '文件未写明发票号：其费用只能按月与发票核对。',
  'The column {name} is not one of FOCUS {version} and lacks the prefix x_. It stays in the original.':
    '列 {name} 不属于 FOCUS {version}，也没有 x_ 前缀；仅保留在原文件中。',
  'The column {name} should be spelled {right}.': '列 {name} 应写作 {right}。',
  'The column {name} is not part of FOCUS {version}.': '列 {name} 不属于 FOCUS {version}。',
  '{column}: “{text}” where nothing should stand, in {count}; taken as missing.': '{column}：{count}写有“{text}”，本应为空；按缺失处理。',
  'a plus sign': '带有加号',
  'thousands separators': '带有千位分隔符',
  'an exponent above zero': '指数大于零',
  '{column}: no number in {count}, the first is “{text}”.': '{column}：{count}不是数字，首个为“{text}”。',
  '{column}: {fault} in {count}, the first is “{text}”.': '{column}：{count}{fault}，首个为“{text}”。',
  '{column}: no date-time of the form 2024-01-31T00:00:00Z in {count}, the first is “{text}”.':
    '{column}：{count}不是 2024-01-31T00:00:00Z 形式的时间，首个为“{text}”。',
  'an offset instead of Z': '使用时差而非 Z',
  'no time of day': '没有时刻',
  'no Z (taken as UTC)': '没有 Z（按 UTC 处理）',
  'a space instead of T': '使用空格而非 T',
  'another form of the date': '日期写法不同',
  '{column}: “{text}” for “{meant}” in {count}.': '{column}：{count}写作“{text}”，应为“{meant}”。',
  '{column}: a value that the specification does not know in {count}, the first is “{text}”.':
    '{column}：{count}的值不在规范之内，首个为“{text}”。',
  '{column}: no ISO 4217 code in {count}, the first is “{text}”.': '{column}：{count}不是 ISO 4217 币种代码，首个为“{text}”。',
  'not one JSON object': '不是单个 JSON 对象',
  'a value inside a value': '值中嵌套值',
  'one key twice': '同一键出现两次',
  '{rule} ({count}).': '{rule}（{count}）。',
  'The source': '该来源',
  '{caution} ({source})': '{caution}（{source}）',
  'on all of {rows}': '全部 {rows}',
  'on {count} of {rows}': '{rows}中的 {count} 行',
  ', as known ({source})': '，属已知缺项（{source}）',
  '{who} leaves {column} empty {share}{known}. Nothing is put in its place.': '{who} 的 {column} 为空（{share}{known}），不作填补。',
  'Hold invoices against its native bill, not against this file.': '请用其原生账单而非此文件与发票核对。',
  'Microsoft prints ListCost and ContractedCost as 0 for marketplace charges and reservations, and no InvoiceId for enterprise agreements.':
    'Microsoft 对市场费用和预留实例的 ListCost、ContractedCost 写为 0，企业协议没有 InvoiceId。',
  'Alibaba Cloud states that its FOCUS file is not meant for reconciliation. {native}': '阿里云声明其 FOCUS 文件不用于对账。{native}',
  'Tencent Cloud asks to verify its FOCUS file with the bill details; it has no credit rows. {native}':
    '腾讯云要求以账单明细核对其 FOCUS 文件；该文件没有抵扣行。{native}',
  'Huawei Cloud cuts months at GMT+8 and prints them in UTC with inclusive ends. {native}':
    '华为云按 GMT+8 划分月份，而以 UTC 书写，且结束时间包含在内。{native}',
  'The amounts are kept as printed; ask the provider if they matter.': '金额按原样保留；如有影响，请询问云厂商。',
  'ListCost is not ListUnitPrice × PricingQuantity': 'ListCost 不等于 ListUnitPrice × PricingQuantity',
  'ContractedCost is not ContractedUnitPrice × PricingQuantity': 'ContractedCost 不等于 ContractedUnitPrice × PricingQuantity',
  'BillingPeriodEnd is not after BillingPeriodStart': 'BillingPeriodEnd 不晚于 BillingPeriodStart',
  'ChargePeriodEnd is not after ChargePeriodStart': 'ChargePeriodEnd 不晚于 ChargePeriodStart',
  'BillingPeriodEnd is the last second of the period instead of the first moment after it':
    'BillingPeriodEnd 写为期末最后一秒，应为期后第一刻',
  'ChargePeriodEnd is the last second of the period instead of the first moment after it':
    'ChargePeriodEnd 写为期末最后一秒，应为期后第一刻',
  'ListUnitPrice is negative': 'ListUnitPrice 为负数',
  'ContractedUnitPrice is negative': 'ContractedUnitPrice 为负数',
  'ListUnitPrice is filled on a tax row': '税金行填写了 ListUnitPrice',
  'ContractedUnitPrice is filled on a tax row': '税金行填写了 ContractedUnitPrice',
  'SubAccountName is filled but SubAccountId is empty': '填写了 SubAccountName，而 SubAccountId 为空',
  'SubAccountType is filled but SubAccountId is empty': '填写了 SubAccountType，而 SubAccountId 为空',
  'One service stands under two service categories': '同一服务归入两个服务类别',
  'EffectiveCost differs from BilledCost on a tax or credit row': '税金行或抵扣行的 EffectiveCost 与 BilledCost 不同',
  'Months begin at {zone}, as chosen for this source; the file itself speaks for {other} ({start}).':
    '月份按 {zone} 划分（此来源的设定）；文件本身则为 {other}（{start}）。',
  'Months begin at {zone}, as chosen for this source.': '月份按 {zone} 划分（此来源的设定）。',
  'Months begin at UTC: no billing period of the file begins with a month in any zone.':
    '月份按 UTC 划分：文件中的账期在任何时区都不是从月初开始。',
  'Months begin at {zone}: BillingPeriodStart {start} is the first moment of a month there and in no other zone.':
    '月份按 {zone} 划分：BillingPeriodStart {start} 仅在该时区为月初。',
  'Months begin at {zones}: each row by its own BillingPeriodStart.': '月份按 {zones} 划分：各行以自己的 BillingPeriodStart 为准。',
  'credits: not a list of amounts in {count}; these rows are refused.': 'credits：{count}不是金额列表；这些行被拒绝。',
  'Export the column as JSON.': '请将该列导出为 JSON。',
  "{column}: more than ten decimals in {count}, kept with ten, rounded half up; their sum differs from the file's by {residue}.":
    '{column}：{count}超过十位小数，四舍五入保留十位；合计与文件相差 {residue}。',
  '{column}: more than ten decimals in {count}, kept with ten, rounded half up.': '{column}：{count}超过十位小数，四舍五入保留十位。',
  'Days are printed month first: the file holds days that allow no other reading.': '日期为月在前：文件中有只能如此解读的日期。',
  'Days are printed day first: the file holds days that allow no other reading.': '日期为日在前：文件中有只能如此解读的日期。',
  '{column}: not one JSON object in {count}; kept as they are.': '{column}：{count}不是单个 JSON 对象，按原样保留。',
  '{column}: {count} could be read month first or day first; they are read month first.':
    '{column}：{count}可按月在前或日在前解读；现按月在前读取。',
  'Check the days of the first lines.': '请核对前几行的日期。',
  '{count} correct earlier ones; both are counted, since the report does not say whether a correction adds to the line that it names or takes its place.':
    '{count}为对先前行的更正；两者均计入，因为报表未说明更正是追加还是替代。',
  'Hold the month against the invoice.': '请将该月与发票核对。',
  'Times that end in Z are UTC; they are kept as Beijing time': '以 Z 结尾的时间为 UTC，已换算为北京时间',
  'FOCUS 0.5': 'FOCUS 0.5',
  'the invoice detail of FOCUS 1.4': 'FOCUS 1.4 的发票明细',
  'the billing periods of FOCUS 1.4': 'FOCUS 1.4 的账期表',
  'the contract commitments of FOCUS 1.3': 'FOCUS 1.3 的合同承诺表',
  'Its draft has other amounts: AmortizedCost, and no list or contracted cost.':
    '该草案的金额不同：为 AmortizedCost，没有官网价和合同成本。',
  'It tells what stands on invoices, not the charges themselves.': '它列出发票上的内容，而非费用本身。',
  'It tells which months are closed, and no amounts.': '它只列出哪些月份已结账，没有金额。',
  'It tells what was agreed, not what was charged.': '它列出约定的内容，而非实际费用。',
  'Export the cost and usage dataset of FOCUS 1.0 or later instead.': '请改为导出 FOCUS 1.0 或更高版本的成本与用量数据集。',
  '{cost} Its lines name their invoice.': '{cost}其明细行写明所属发票。',
};
