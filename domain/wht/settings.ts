import type { TaxPack } from '../tax/pack.ts';

export interface OpenForm {
  /** ISO 3166-1 country of the customer, and contracting entity of the rule pack. */
  country: string;
  entity: string;
}

/** How a book handles certificates. `open`: where the vendor's form takes certificates beside what the rule pack says. */
export interface WhtSettings {
  /** True: several certificates may share an invoice, never over its amount. False: one invoice, one live certificate. */
  partial: boolean;
  open: OpenForm[];
}

/** The guide's own way: an invoice that is on a certificate cannot be chosen again, and the form is open where the pack says. */
export const PLAIN_WHT_SETTINGS: WhtSettings = { partial: false, open: [] };

const same = (a: OpenForm, b: OpenForm): boolean => a.country === b.country && a.entity === b.entity;

/** Where the vendor's form takes certificates: by the pack (Huawei Cloud billing guide, section 10.3), then by the book's own setting. */
export const openForms = (pack: Pick<TaxPack, 'certificateForm'>, settings: WhtSettings): OpenForm[] => [
  ...pack.certificateForm.open,
  ...settings.open.filter((own) => !pack.certificateForm.open.some((given) => same(given, own))),
];

/** The pack as the book's setting extends it. */
export const withOpenForms = (pack: TaxPack, settings: WhtSettings): TaxPack => ({
  ...pack,
  certificateForm: { ...pack.certificateForm, open: openForms(pack, settings) },
});
