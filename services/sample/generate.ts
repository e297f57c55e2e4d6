import { encode } from './encode.ts';
import { fileName } from './file-name.ts';
import { huaweiFeeRecordsJson, huaweiResourceRecordsJson } from './huawei/api-json.ts';
import { huaweiExpendituresCsv, huaweiSpendingCsv } from './huawei/bucket-csv.ts';
import { huaweiDetailCsv } from './huawei/detail-csv.ts';
import { huaweiGroupedCsv, huaweiSummaryCsv } from './huawei/grouped-csv.ts';
import { huaweiStatementCsv } from './huawei/statement-csv.ts';
import { huaweiMonthlySumJson, huaweiSettleRecordsJson } from './huawei/sums-json.ts';
import { huaweiItemOverviewCsv, huaweiTransactionsCsv } from './huawei/transactions-csv.ts';
import { complete, type SampleFormat, type SampleOptions } from './options.ts';
import { qingcloudChargesJson, qingcloudConsumptionCsv, qingcloudSumsJson } from './qingcloud.ts';
import { Tally, type Expected } from './tally.ts';
import { tencentApiJson } from './tencent/api-json.ts';
import { tencentDetailCsv } from './tencent/detail-csv.ts';
import { tencentResourcesCsv, tencentResourcesJson } from './tencent/resources.ts';
import { tencentSummaryCsv, tencentSummaryJson } from './tencent/summary.ts';
import { zillizUsageCsv, zillizUsageJson } from './zilliz-usage.ts';
import { zillizInvoiceJson, zillizInvoicesJson } from './zilliz.ts';

/** Makes the text of a file piece by piece and adds up what it makes. */
export type SampleWriter = (options: SampleOptions, tally: Tally) => Iterable<string>;

const WRITERS: Readonly<Record<SampleFormat, SampleWriter>> = {
  'huawei.detail': huaweiDetailCsv,
  'huawei.detail.by-product': huaweiGroupedCsv('product'),
  'huawei.detail.by-type': huaweiGroupedCsv('type'),
  'huawei.detail.by-account': huaweiGroupedCsv('account'),
  'huawei.statement': huaweiStatementCsv,
  'huawei.summary': huaweiSummaryCsv,
  'huawei.expenditures': huaweiExpendituresCsv,
  'huawei.spending': huaweiSpendingCsv,
  'huawei.transactions': huaweiTransactionsCsv,
  'huawei.item-overview': huaweiItemOverviewCsv,
  'huawei.api.fee-records': huaweiFeeRecordsJson,
  'huawei.api.resource-records': huaweiResourceRecordsJson,
  'huawei.api.monthly-sum': huaweiMonthlySumJson,
  'huawei.api.statement': huaweiSettleRecordsJson,
  'tencent.detail': tencentDetailCsv,
  'tencent.resources': tencentResourcesCsv,
  'tencent.summary': tencentSummaryCsv,
  'tencent.api.detail': tencentApiJson,
  'tencent.api.resources': tencentResourcesJson,
  'tencent.api.summary': tencentSummaryJson,
  'qingcloud.api.charges': qingcloudChargesJson,
  'qingcloud.api.sums': qingcloudSumsJson,
  'qingcloud.consumption': qingcloudConsumptionCsv,
  'zilliz.invoices': zillizInvoicesJson,
  'zilliz.invoice': zillizInvoiceJson,
  'zilliz.usage': zillizUsageJson,
  'zilliz.usage.csv': zillizUsageCsv,
};

export interface Sample {
  options: SampleOptions;
  /** A name as the vendor gives it. */
  fileName: string;
  /** The file's text in chunks of about 64 KiB, without byte order mark. */
  text: () => Iterable<string>;
  /** The file's bytes in the chosen encoding. */
  bytes: () => Iterable<Uint8Array>;
  /** Exact totals of the file. Known at once after `text` or `bytes` ran to the end; otherwise the lines are made once more. */
  expected: () => Expected;
}

/**
 * An invented bill in a vendor's format: the same options give the same bytes. Amounts are integers of 10^-8 throughout, so
 * every identity of the format holds exactly. A million rows stream in constant memory.
 */
export function generate(format: SampleFormat, partial: Partial<SampleOptions> = {}): Sample {
  const options = complete(format, partial);
  let known: Expected | undefined;
  function* text(): Iterable<string> {
    const tally = new Tally();
    let chunk = '';
    for (const piece of WRITERS[format](options, tally)) {
      chunk += piece;
      if (chunk.length < 65_536) continue;
      yield chunk;
      chunk = '';
    }
    if (chunk) yield chunk;
    known = tally.expected();
  }
  const expected = (): Expected => {
    if (!known) for (const chunk of text()) void chunk;
    return known as Expected;
  };
  return { options, fileName: fileName(format, options), text, bytes: () => encode(text(), options), expected };
}
