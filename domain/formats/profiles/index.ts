import type { TableFormat } from '../format.ts';
import { awsCur } from './aws-cur.ts';
import { azureCost } from './azure.ts';
import { gcpBilling } from './gcp.ts';
import { ociCost } from './oci.ts';

/** Native bills of clouds without a screen of their own. */
export const profiles: readonly TableFormat[] = [awsCur, azureCost, gcpBilling, ociCost];
