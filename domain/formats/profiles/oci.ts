import type { TableFormat } from '../format.ts';
import { counted } from './kit/findings.ts';
import { adaptBy, JOINED_TAGS } from './kit/profile.ts';
import { say } from '../../words/said.ts';

/** Oracle Cloud Infrastructure cost report (reports/cost-csv), several files a day. */
export const ociCost: TableFormat = {
  id: 'oci.cost-report',
  vendor: 'other',
  title: 'Oracle Cloud cost report',
  titleZh: 'Oracle Cloud 成本报告',
  kind: 'detail',
  shape: 'table',
  columns: [
    { field: 'period', type: 'period', required: true, headers: ['lineItem/intervalUsageStart'] },
    { field: 'date', type: 'date', headers: ['lineItem/intervalUsageStart'] },
    // The reference names the line in all reports; a corrected line has one of its own and points back.
    { field: 'sourceKey', headers: ['lineItem/referenceNo'] },
    { field: 'currency', required: true, headers: ['cost/currencyCode'] },
    { field: 'account', headers: ['lineItem/tenantId'] },
    { field: 'enterpriseProject', headers: ['product/compartmentName'] },
    { field: 'productType', headers: ['product/service'] },
    { field: 'product', headers: ['product/Description'] },
    { field: 'usageType', headers: ['cost/productSku'] },
    { field: 'billType', headers: ['lineItem/isCorrection'], codes: { false: 'Usage', true: 'Correction' } },
    { field: 'resourceId', headers: ['product/resourceId'] },
    { field: 'region', headers: ['product/region'] },
    { field: 'availabilityZone', headers: ['product/availabilityDomain'] },
    { field: 'unitPrice', type: 'amount', headers: ['cost/unitPrice'] },
    { field: 'usage', type: 'amount', headers: ['usage/billedQuantity'] },
    { field: 'usageUnit', headers: ['cost/skuUnitDescription', 'cost/billingUnitReadable'] },
    { field: 'payable', type: 'amount', required: true, headers: ['cost/myCost'] },
    { field: 'tags', headers: [JOINED_TAGS] },
  ],
  identities: [],
  marks: ['cost/myCost'],
  varying: /^tags\//,
  currency: () => null,
  utcOffset: 0,
  delivery: 'adds',
  adapt: adaptBy({
    money: ['cost/myCost'],
    figures: ['cost/unitPrice', 'usage/billedQuantity'],
    tagHeader: /^tags\/(.+)$/,
    notice: (cell, { row, findings }) => {
      if (cell('lineItem/isCorrection') === 'true')
        findings.add(
          'info',
          'oci.correction',
          'lineItem/isCorrection',
          row,
          (count) =>
            say`${{ count: counted(count, 'line') }} correct earlier ones; both are counted, since the report does not say whether a correction adds to the line that it names or takes its place.`,
          'Hold the month against the invoice.',
        );
    },
  }),
};
