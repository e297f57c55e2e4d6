import { packName, type CustomerStatus, type TaxPack } from './pack.ts';

/** `byUse`: a rule of the country counts by the day of consumption. */
export interface TaxOptions {
  pack: { id: string; asOf: string; name: string };
  countries: {
    iso: string;
    nameEn: string;
    nameZh: string;
    entities: string[];
    statuses: CustomerStatus[];
    regions: string[];
    byUse: boolean;
  }[];
  entities: { id: string; name: string; nameZh: string; residence: string }[];
  currencies: string[];
}

/** What a form may offer: per country the entities that its rules name, its statuses and regions. */
export function taxOptions(pack: TaxPack): TaxOptions {
  const countries = pack.countries.map((country) => {
    const rules = pack.rules.filter((r) => r.country === country.iso);
    const entities = pack.entities.map((e) => e.id).filter((id) => rules.some((r) => r.entity === id));
    const printed = new Set(rules.filter((r) => r.kind === 'indirect').map((r) => r.status));
    const specific = [...printed].filter((s) => s !== 'any');
    const statuses: CustomerStatus[] = specific.length > 0 ? [...specific, 'any'] : ['any', 'registered', 'unregistered'];
    return {
      iso: country.iso,
      nameEn: country.nameEn,
      nameZh: country.nameZh,
      entities,
      statuses,
      regions: country.regions,
      byUse: rules.some((r) => r.basis === 'usage'),
    };
  });
  return {
    pack: { id: pack.id, asOf: pack.asOf, name: packName(pack) },
    countries,
    entities: pack.entities.map(({ id, name, nameZh, residence }) => ({ id, name, nameZh, residence })),
    currencies: [...new Set(['USD', 'CNY', 'EUR', 'HKD', ...pack.countries.map((c) => c.currency)])],
  };
}
