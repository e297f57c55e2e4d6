import type { BankProfile } from '../profile.ts';

/** The activity download: Net is what moves the balance, one account for each currency. */
export const paypal: BankProfile = {
  id: 'paypal',
  title: { en: 'PayPal activity download', zh: 'PayPal 交易明细' },
  kind: 'bank',
  columns: [
    { field: 'booked', headers: ['Date'] },
    { field: 'counterparty', headers: ['Name'] },
    { field: 'code', headers: ['Type'] },
    { field: 'state', headers: ['Status'] },
    { field: 'currency', headers: ['Currency'] },
    { field: 'amount', headers: ['Net'] },
    { field: 'charges', headers: ['Fee'] },
    { field: 'bankId', headers: ['Transaction ID'] },
    { field: 'counterpartyAccount', headers: ['To Email Address'] },
    { field: 'text', headers: ['Item Title', 'Subject', 'Note'] },
    { field: 'reference', headers: ['Invoice Number'] },
    { field: 'balance', headers: ['Balance'] },
  ],
  dates: null,
  decimal: null,
  spent: false,
  currencies: 'many',
  currency: null,
  account: 'PayPal',
  source: {
    en: 'PayPal, “Activity Download report” and “Download Account History”: fields.',
    zh: 'PayPal“Activity Download report”与“Download Account History”的字段说明。',
  },
};
