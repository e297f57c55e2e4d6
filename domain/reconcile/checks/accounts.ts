import { sum } from '../../money/amount.ts';
import { say } from '../../words/said.ts';
import { judge, type CheckRule } from '../check.ts';
import { figure, linesDrill } from '../figures.ts';
import { STEPS } from '../steps.ts';

/** Every account that the month is billed for has a bill as fine as the others'. */
export const subAccounts: CheckRule = {
  id: 'bill.accounts',
  title: { en: 'Every sub-account has its bill', zh: '各子账号账单齐全' },
  step: STEPS.tellings,
  scope: 'bill',
  left: { en: 'the month of all accounts', zh: '全部账号的本月金额' },
  right: { en: 'the accounts whose own bill is there', zh: '已有自身账单的账号' },
  tolerance: [],
  explanation: {
    en: "An account whose own bill is not there is counted from the paying account's sums; its lines cannot be looked into.",
    zh: '缺少自身账单的账号按付款账号的汇总计入，无法查看其明细。',
  },
  vendors: ['huawei', 'tencent', 'qingcloud'],
  source: 'Huawei Cloud billing guide 6.1.6 (bills of linked accounts)',
  run(facts) {
    const told = facts.probe.tellings.accounts();
    if (!told) return [];
    const { words, payable, accounts, others } = told;
    const all = sum([payable, ...others.map((other) => other.payable)]);
    return [
      judge({
        left: figure('All accounts: payable', '全部账号：应付金额', all, linesDrill(facts, 'detail')),
        right: figure(`Accounts in the ${words.en}: payable`, `${words.zh}中的账号：应付金额`, payable, null),
        missing: {
          left: { en: 'There is no bill of this period. Import it.', zh: '本期没有账单。请导入账单。' },
          right: { en: 'There is no bill of this period. Import it.', zh: '本期没有账单。请导入账单。' },
        },
        pass: { en: `Accounts told alike: ${accounts}.`, zh: `口径一致的账号：${accounts}。` },
        fail: () => ({
          en: `Accounts that are told by coarser sums alone: ${others.map((o) => o.account ?? '—').join(', ')}. Import their bills.`,
          zh: `仅有汇总的账号：${others.map((o) => o.account ?? '—').join('、')}。请导入其账单。`,
        }),
        why: () =>
          others.map((other) => ({
            kind: 'account.missing' as const,
            amount: other.payable,
            text: say`Account ${{ account: other.account ?? '—' }} is only told ${{ words: other.words }}: ${{ amount: other.payable }} (lines: ${{ count: other.lines }}).`,
            bad: other.bad,
          })),
      }),
    ];
  },
};
