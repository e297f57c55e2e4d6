import { fail, ok, type Result } from '../result.ts';
import { say } from '../words/said.ts';
import type { InvoiceStatus } from './states.ts';

/** Statuses of vendors' interfaces and pages in the words of this book (Zilliz Cloud: list invoices, invoice status). */
const STATUS: Readonly<Record<string, InvoiceStatus>> = {
  unbilled: 'unbilled',
  unconfirmed: 'to-confirm',
  'to-confirm': 'to-confirm',
  disputed: 'disputed',
  issuing: 'issuing',
  unpaid: 'unpaid',
  overdue: 'overdue',
  paid: 'paid',
  free: 'free',
  未出账: 'unbilled',
  待确认: 'to-confirm',
  质疑中: 'disputed',
  存疑中: 'disputed',
  开票中: 'issuing',
  未支付: 'unpaid',
  已逾期: 'overdue',
  已支付: 'paid',
  免费: 'free',
};

export function vendorStatus(text: string): Result<InvoiceStatus> {
  const word = text.trim().toLowerCase();
  if (Object.hasOwn(STATUS, word)) return ok(STATUS[word]!);
  return fail('invoice.unknown-status', say`“${{ text: text.slice(0, 40) }}” is not a known invoice status.`, {
    column: 'status',
    value: text.slice(0, 40),
    remedy: say`Known are ${{ choices: Object.keys(STATUS).slice(0, 9) }}.`,
  });
}

/** RMB is what mainland interfaces print for CNY. */
export function isoCurrency(text: string): Result<string> {
  const code = text.trim().toUpperCase();
  if (code === 'RMB') return ok('CNY');
  if (/^[A-Z]{3}$/.test(code)) return ok(code);
  return fail('invoice.unknown-currency', say`“${{ text: text.slice(0, 20) }}” is not a currency code.`, {
    column: 'currency',
    value: text.slice(0, 20),
    remedy: 'Use an ISO 4217 code such as USD.',
  });
}
