/** Accounts, companies and operating entities. */
export const accounts: Readonly<Record<string, string>> = {
  '{account}: {entity} ends in {to}, before it begins in {from}.': '{account}：{entity} 于 {to} 结束，早于其开始月份 {from}。',
  '{account} would have two operating entities in the same month: {one} and {other}.':
    '{account} 在同一月份会有两个运营实体：{one} 和 {other}。',
  'End the earlier one the month before the later one begins.': '请让较早的运营实体在较晚者开始的前一个月结束。',
  '{id} names a master account, but is no sub-account.': '{id} 填写了主账号，但其角色不是子账号。',
  'Make it a sub-account or a reseller’s customer, or leave the master out.': '请将其设为子账号或伙伴子客户，或不填主账号。',
  '{id} cannot be its own master account.': '{id} 不能是自己的主账号。',
  'Name the account that pays for it.': '请填写为其付款的账号。',
  '{master} cannot be the master of {id}: it is said to be no master account.': '{master} 不能作为 {id} 的主账号：它已被设为其他角色。',
  'Make {master} a master account first.': '请先将 {master} 设为主账号。',
  '{company} would have {count} accounts; a company holds {most}.': '{company} 会有 {count} 个账号；一家公司最多 {most} 个。',
  'Part it into several companies.': '请拆分为多家公司。',
  '{id} is given twice.': '{id} 重复给出。',
  'Give each account once.': '每个账号只给出一次。',
};
