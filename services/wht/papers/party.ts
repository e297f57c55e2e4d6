import { paperRuleOf } from '../../../domain/invoices/paper-rules.ts';
import type { PartyDetails } from '../../../domain/parties/party.ts';
import { regionName } from '../../../domain/wht/returns/provinces.ts';
import type { PaperParty } from '../../documents/paper.ts';
import { partyOf } from '../../documents/parts/parties.ts';

/** A party as these papers print it: its numbers as `country` names them, Thai provinces by their names. */
export const paperParty = (country: string | null, details: PartyDetails): PaperParty =>
  partyOf(
    { rule: paperRuleOf(country) },
    { ...details, addresses: details.addresses.map((at) => ({ ...at, region: at.region === null ? null : regionName(at.region) })) },
  );
