import { useCall, type CallState } from '../../app/hooks.ts';
import type { Quote } from '../tax/case.ts';

/** The quote for an invoice of the open book: its country, status and region, the invoice's entity, date and net. Asks nothing while a part is missing. */
export function useInvoiceQuote(part: {
  entity: string | null;
  date: string | null;
  net: string | null;
  currency: string;
}): CallState<Quote> {
  const book = useCall('book/info', {});
  const { entity, date, net, currency } = part;
  return useCall(
    'tax/quote',
    {
      country: book.data?.country ?? 'XX',
      entity: entity ?? 'XX',
      status: book.data?.customerStatus ?? 'any',
      region: book.data?.region ?? null,
      date: date ?? '2024-01-01',
      amount: net ?? '0',
      currency,
      whtRate: null,
    },
    { enabled: Boolean(book.data) && entity !== null && date !== null && net !== null },
  );
}
