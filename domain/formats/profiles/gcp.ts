import type { TableFormat } from '../format.ts';
import { plus, readExact } from './kit/exact.ts';
import { counted } from './kit/findings.ts';
import { readJson } from './kit/json-text.ts';
import { adaptBy, JOINED_TAGS, type ComputeContext } from './kit/profile.ts';
import { say } from '../../words/said.ts';

/** BigQuery names nest with points; files flattened by other tools with underscores. */
const names = (...list: string[]): string[] => list.flatMap((name) => (name.includes('.') ? [name, name.replaceAll('.', '_')] : [name]));

const NET = 'cost + credits';

/** Google Cloud billing export (standard or detailed usage cost) taken out of BigQuery as CSV. */
export const gcpBilling: TableFormat = {
  id: 'gcp.billing-export',
  vendor: 'other',
  title: 'Google Cloud billing export',
  titleZh: 'Google Cloud 结算数据导出',
  kind: 'detail',
  shape: 'table',
  columns: [
    { field: 'period', type: 'period', required: true, headers: names('invoice.month') },
    { field: 'date', type: 'date', headers: ['usage_start_time'] },
    { field: 'currency', required: true, headers: ['currency'] },
    { field: 'payingAccount', headers: ['billing_account_id'] },
    { field: 'account', headers: names('project.id') },
    { field: 'enterpriseProject', headers: names('project.name') },
    { field: 'productType', headers: names('service.description') },
    { field: 'product', headers: names('sku.description') },
    { field: 'usageType', headers: names('sku.id') },
    { field: 'billType', headers: ['cost_type'] },
    { field: 'resourceId', headers: names('resource.global_name') },
    { field: 'resourceName', headers: names('resource.name') },
    { field: 'region', headers: names('location.region', 'location.location') },
    { field: 'availabilityZone', headers: names('location.zone') },
    { field: 'usage', type: 'amount', headers: names('usage.amount_in_pricing_units') },
    { field: 'usageUnit', headers: names('usage.pricing_unit') },
    { field: 'listPrice', type: 'amount', headers: ['cost_at_list'] },
    { field: 'payable', type: 'amount', required: true, headers: [NET, 'cost'] },
    { field: 'tags', headers: [JOINED_TAGS] },
  ],
  identities: [],
  marks: names('sku.description'),
  currency: () => null,
  utcOffset: 0,
  delivery: 'adds',
  adapt: adaptBy({
    money: ['cost', 'cost_at_list'],
    figures: names('usage.amount_in_pricing_units'),
    tags: ['labels'],
    computed: { [NET]: (cell, context) => netOf(cell('cost'), cell('credits'), context) },
  }),
};

/** Cost with the amounts of the row's credits (negative). Where they cannot be read the row gets no figure and is refused. */
function netOf(cost: string | null, credits: string | null, { row, findings }: ComputeContext): string | null {
  if (cost === null || credits === null) return cost;
  const json = readJson(credits);
  const amounts =
    json?.kind === 'array'
      ? json.items.map((item) => (item.kind === 'object' ? item.entries.find(([key]) => key === 'amount')?.[1] : undefined))
      : null;
  if (!amounts || amounts.some((a) => a?.kind !== 'number')) {
    findings.add(
      'broken',
      'gcp.credits',
      'credits',
      row,
      (count) => say`credits: not a list of amounts in ${{ count: counted(count, 'cell') }}; these rows are refused.`,
      'Export the column as JSON.',
    );
    return null;
  }
  let net: string = cost;
  if (!readExact(cost)) return cost;
  for (const a of amounts) net = plus(net, readExact((a as { text: string }).text)!.text);
  return net;
}
