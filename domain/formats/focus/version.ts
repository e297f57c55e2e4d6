import { COLUMNS, VERSIONS, type Version } from './columns.ts';

export interface VersionFound {
  version: Version;
  /** The header that tells it; null where the file has none that differs between versions. */
  marker: string | null;
}

const key = (name: string): string => name.toLowerCase();

/**
 * The version by the newest header that only it and later ones have. 1.4 has no column of its own that every file
 * carries: it took ProviderName away, so ServiceProviderName alone tells it. Fewer columns than the version defines are
 * no contradiction. `names` are normalised (lower case).
 */
export function versionOf(names: ReadonlySet<string>): VersionFound {
  for (const version of VERSIONS.toReversed()) {
    const column = COLUMNS.find((c) => c.since === version && !c.until && names.has(key(c.name)));
    if (version === '1.0-preview') break;
    if (column && version === '1.3' && names.has('serviceprovidername') && !names.has('providername'))
      return { version: '1.4', marker: 'ServiceProviderName without ProviderName' };
    if (column) return { version, marker: column.name };
  }
  const preview = COLUMNS.find((c) => c.until === '1.0-preview' && names.has(key(c.name)));
  return preview ? { version: '1.0-preview', marker: preview.name } : { version: '1.0', marker: null };
}

/**
 * The cost and usage dataset: costs by charge category. Other datasets of 1.4 (invoice detail, billing period) are not. It is
 * one without BilledCost too, so that what it lacks is said.
 */
export const isCostAndUsage = (names: ReadonlySet<string>): boolean =>
  (names.has('billedcost') || (names.has('effectivecost') && names.has('listcost'))) &&
  (names.has('chargecategory') || names.has('chargesubcategory')) &&
  (names.has('chargeperiodstart') || names.has('chargefrequency')) &&
  !names.has('invoicedetailgrain') &&
  !names.has('invoiceissuestatus');
