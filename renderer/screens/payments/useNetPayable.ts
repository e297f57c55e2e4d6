import { useMemo } from 'react';
import type { Output } from '../../../services/contract/index.ts';
import type { Invoice } from '../../../services/contract/invoices.ts';
import { useCall } from '../../app/hooks.ts';
import { invoiceKey } from '../documents/keys.ts';

export type NetPayable = Output<'payments/netPayable'>[number];
export type NetPayables = ReadonlyMap<string, NetPayable>;

const NONE: NetPayables = new Map();

/** What is to be paid of open invoices net of withholding tax, by invoice key; those without a known rate are not in it. */
export function useNetPayable(direction: Invoice['direction'], currency: string, without: number | null = null): NetPayables {
  const { data } = useCall('payments/netPayable', { direction, currency, without });
  return useMemo(() => (data ? new Map(data.map((net) => [invoiceKey({ vendor: net.vendor, number: net.invoice }), net])) : NONE), [data]);
}
