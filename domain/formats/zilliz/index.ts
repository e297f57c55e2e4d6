import type { Format, RegisterFormat } from '../format.ts';
import { zillizInvoices } from './invoices.ts';
import { zillizUsage, zillizUsageCsv } from './usage.ts';

/** Everything of Zilliz Cloud that is read. */
export const formats: readonly (Format | RegisterFormat)[] = [zillizInvoices, zillizUsage, zillizUsageCsv];
