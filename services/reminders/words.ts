import type { VendorName } from '../../db/queries/invoices.ts';
import type { DueKind } from '../../domain/invoices/due.ts';
import type { InvoiceStatus } from '../../domain/invoices/states.ts';

export type ReminderLanguage = 'en' | 'zh-CN';

interface ReminderWords {
  kind: Readonly<Record<DueKind, string>>;
  status: Readonly<Record<InvoiceStatus, string>>;
  vendors: Readonly<Record<VendorName, string>>;
  calendar: string;
  subject: (count: number, first: string) => string;
  greeting: string;
  intro: (book: string, today: string) => string;
  undated: string;
  assumed: string;
  late: (days: number) => string;
  left: (days: number) => string;
  invoice: string;
  vendor: string;
  period: string;
  open: string;
  state: string;
  foot: string;
  sums: string;
}

export const WORDS: Readonly<Record<ReminderLanguage, ReminderWords>> = {
  en: {
    kind: {
      confirm: 'Confirm the bill',
      clear: 'Clear the disputed bill',
      expect: 'Invoice expected',
      pay: 'Pay the invoice',
      dunning: 'Last day of the reminders',
      frozen: 'The organisation is frozen',
      recycle: 'Clusters go to the recycle bin',
      certificate: 'Send the WHT certificate',
      'vat-proof': 'Send the proof of VAT',
    },
    status: {
      unbilled: 'unbilled',
      'to-confirm': 'to confirm',
      disputed: 'disputed',
      issuing: 'being issued',
      unpaid: 'unpaid',
      overdue: 'overdue',
      paid: 'paid',
      free: 'free',
      void: 'void',
    },
    vendors: { huawei: 'Huawei Cloud', tencent: 'Tencent Cloud', qingcloud: 'QingCloud', zilliz: 'Zilliz Cloud', other: 'other vendor' },
    calendar: 'Tallybook: what is due',
    subject: (count, first) => (count === 1 ? `Due: ${first}` : `Due: ${first} and ${count - 1} more`),
    greeting: 'Hello,',
    intro: (book, today) => `these items of ${book} are due or will be, as of ${today}:`,
    undated: 'no day known',
    assumed: 'assumed day',
    late: (days) => (days === 1 ? '1 day late' : `${days} days late`),
    left: (days) => (days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`),
    invoice: 'Invoice',
    vendor: 'Vendor',
    period: 'Billing period',
    open: 'Open',
    state: 'State',
    foot: 'Made offline by Tallybook; the figures are those of the book on that day.',
    sums: 'To be paid',
  },
  'zh-CN': {
    kind: {
      confirm: '确认账单',
      clear: '处理质疑中的账单',
      expect: '预计收到发票',
      pay: '支付发票',
      dunning: '催款期最后一天',
      frozen: '组织被冻结',
      recycle: '集群移至回收站',
      certificate: '提交WHT凭证',
      'vat-proof': '提交增值税缴纳证明',
    },
    status: {
      unbilled: '未出账',
      'to-confirm': '待确认',
      disputed: '质疑中',
      issuing: '开票中',
      unpaid: '未支付',
      overdue: '已逾期',
      paid: '已支付',
      free: '免费',
      void: '已作废',
    },
    vendors: { huawei: '华为云', tencent: '腾讯云', qingcloud: '青云', zilliz: 'Zilliz Cloud', other: '其他云厂商' },
    calendar: 'Tallybook 待办事项',
    subject: (count, first) => (count === 1 ? `待办：${first}` : `待办：${first}等 ${count} 项`),
    greeting: '您好，',
    intro: (book, today) => `截至 ${today}，账本“${book}”有以下事项已到期或即将到期：`,
    undated: '日期未知',
    assumed: '推定日期',
    late: (days) => `已逾期 ${days} 天`,
    left: (days) => (days === 0 ? '今天' : days === 1 ? '明天' : `还有 ${days} 天`),
    invoice: '发票',
    vendor: '云厂商',
    period: '账期',
    open: '未付金额',
    state: '状态',
    foot: '由 Tallybook 离线生成；金额为账本当日数据。',
    sums: '应付合计',
  },
};
