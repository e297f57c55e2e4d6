import { say } from '../../words/said.ts';
import type { RefusedDocument } from '../format.ts';
import { arrayAt, asObject, objectAt, own, type JsonObject } from '../json.ts';

const response = (root: unknown): JsonObject | null => objectAt(asObject(root), 'Response') ?? asObject(root);
const has = (root: unknown, ...keys: readonly string[]): boolean => keys.every((key) => own(response(root), key) !== undefined);
const first = (root: unknown, list: string): JsonObject | null => asObject(arrayAt(response(root), list)?.[0]);

/** Answers of the billing API that tell the month's money in another way, or none at all. */
export const refused: readonly RefusedDocument[] = [
  {
    vendor: 'tencent',
    title: 'DescribeAllocationBillDetail',
    is: (root) => own(first(root, 'Detail'), 'TreeNodeUniqKey') !== undefined,
    message: say`This is a cost-allocation bill: the same money once more, shared out over cost units.`,
    remedy: 'Import the answer of DescribeBillDetail for the same month.',
  },
  {
    vendor: 'tencent',
    title: 'DescribeCostDetail',
    is: (root) =>
      arrayAt(first(root, 'DetailSet'), 'ComponentSet') !== null &&
      !['PayTime', 'BillMonth'].some((key) => own(first(root, 'DetailSet'), key) !== undefined),
    message: say`This is a cost analysis, not a bill: it spreads charges over the time of use and names no month of payment.`,
    remedy: 'Import the answer of DescribeBillDetail for the same month.',
  },
  {
    vendor: 'tencent',
    title: 'DescribeCostSummaryBy…',
    is: (root) => has(root, 'Data', 'RecordNum') && own(first(root, 'Data'), 'RealTotalCost') !== undefined,
    message: say`This is a cost analysis, not a bill: it spreads charges over the time of use.`,
    remedy: 'Import an answer of DescribeBillSummaryBy… or DescribeBillResourceSummary.',
  },
  {
    vendor: 'tencent',
    title: 'DescribeBillAdjustInfo',
    is: (root) => own(first(root, 'Data'), 'AdjustNum') !== undefined,
    message: say`This lists adjustments by month; the bill itself holds them as lines (调账).`,
    remedy: 'Import the bill of the month again: adjusted lines are recognised.',
  },
  {
    vendor: 'tencent',
    title: 'DescribeAccountBalance',
    is: (root) => has(root, 'Balance', 'CreditBalance'),
    message: say`This is the balance of the account at one moment, not a bill.`,
    remedy: 'Import DescribeBillList for the movements of the account.',
  },
  {
    vendor: 'tencent',
    title: 'DescribeBillDownloadUrl',
    is: (root) => has(root, 'DownloadUrl', 'Ready'),
    message: say`This answer only says where the bill can be downloaded.`,
    remedy: 'Download the file that it names, within a day, and import that.',
  },
];
