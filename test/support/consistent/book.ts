import { billFiles } from './bill-files.ts';
import { bookLines, type BookLine, type BookOrder } from './lines.ts';
import { couponLists, ordersList, packageLists } from './lists.ts';
import { invoicesList, paymentsList } from './money-lists.ts';
import { otherVendors } from './others.ts';
import type { BookSize } from './options.ts';
import { papersOf, type Papers } from './papers.ts';
import { csvOf, type Table } from './table.ts';

/** A month in which everything fits everything else, as the files and papers that an accountant gets. */
export interface ConsistentBook {
  size: BookSize;
  lines: readonly BookLine[];
  orders: readonly BookOrder[];
  /** Names of all files in the order of import. */
  names: readonly string[];
  /** The table in a file; rows may be put in and taken out, but none may be written into. Throws for a file that is none. */
  table(name: string): Table;
  text(name: string): string;
  papers: Papers;
}

/** The same size and seed give the same bytes and papers. */
export function consistentBook(size: BookSize): ConsistentBook {
  const { lines, orders } = bookLines(size);
  const huawei = papersOf(lines);
  const { coupons, movements } = couponLists(lines);
  const { packages, deductions } = packageLists(lines, size);
  const tables = billFiles(lines);
  for (const list of [ordersList(orders, size), coupons, movements, packages, deductions, invoicesList(huawei), paymentsList(huawei)])
    tables.set(list.name, () => list);
  const others = otherVendors(size);
  const made = new Map<string, Table>();
  const table = (name: string): Table => {
    const make = tables.get(name);
    if (!make) throw new TypeError(`There is no table ${name}.`);
    let known = made.get(name);
    if (!known) made.set(name, (known = make()));
    return { ...known, rows: [...known.rows] };
  };
  return {
    size,
    lines,
    orders,
    names: [...tables.keys(), ...others.files.keys()],
    table,
    text: (name) => others.files.get(name) ?? csvOf(table(name)),
    papers: { ...huawei, invoices: [...huawei.invoices, ...others.invoices], payments: [...huawei.payments, ...others.payments] },
  };
}
