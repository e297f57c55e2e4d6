import type { CodedValue } from './coded.ts';
import type { AllowanceCharge, Line, NamedTax } from './model-lines.ts';
import type { EParty } from './model-parties.ts';
import type { Identifier } from './model-terms.ts';
import type { EInvoice } from './model.ts';

/** The coded values of an invoice, each under the rule that holds it to its list. */
export function codesOf(i: EInvoice): CodedValue[] {
  const found: CodedValue[] = [];
  const add = (rule: string, path: string, code: string | undefined): void => {
    if (code !== undefined) found.push({ rule, code, path, place: null });
  };
  const party = (path: string, of: EParty | undefined): void => {
    add('BR-CL-25', `${path}.endpoint`, of?.endpoint?.scheme);
    add('BR-CL-11', `${path}.registration`, of?.registration?.scheme);
    add('BR-CL-14', `${path}.address`, of?.address?.country);
    of?.ids?.forEach((id: Identifier, n) => add('BR-CL-10', `${path}.ids[${n}]`, id.scheme));
  };
  const tax = (rule: string, path: string, of: NamedTax | undefined): void => add(rule, path, of?.category);
  const parts = (path: string, rule: string, of: readonly AllowanceCharge[] | undefined): void =>
    of?.forEach((part, n) => {
      add(rule, `${path}[${n}]`, part.reasonCode);
      tax('BR-CL-17', `${path}[${n}]`, part.tax);
    });
  const line = (path: string, of: Line): void => {
    add('BR-CL-07', `${path}.object`, of.object?.scheme);
    add('BR-CL-23', `${path}.unit`, of.unit);
    add('BR-CL-23', `${path}.price`, of.price?.perUnit);
    tax('BR-CL-18', `${path}.tax`, of.tax);
    add('BR-CL-21', `${path}.item.standardId`, of.item?.standardId?.scheme);
    add('BR-CL-15', `${path}.item.origin`, of.item?.origin);
    of.item?.classes?.forEach((c, n) => add('BR-CL-13', `${path}.item.classes[${n}]`, c.list));
    parts(`${path}.allowances`, 'BR-CL-19', of.allowances);
    parts(`${path}.charges`, 'BR-CL-20', of.charges);
  };

  add('BR-CL-01', 'typeCode', i.typeCode);
  add('BR-CL-04', 'currency', i.currency);
  add('BR-CL-05', 'taxCurrency', i.taxCurrency);
  add('BR-CL-06', 'taxPointCode', i.taxPointCode);
  add('BR-CL-07', 'invoicedObject', i.invoicedObject?.scheme);
  i.notes?.forEach((note, n) => add('BR-CL-08', `notes[${n}]`, note.subject));
  party('seller', i.seller);
  party('buyer', i.buyer);
  add('BR-CL-10', 'payee.id', i.payee?.id?.scheme);
  add('BR-CL-11', 'payee.registration', i.payee?.registration?.scheme);
  add('BR-CL-14', 'representative.address', i.representative?.address?.country);
  add('BR-CL-14', 'delivery.address', i.delivery?.address?.country);
  add('BR-CL-26', 'delivery.location', i.delivery?.location?.scheme);
  i.payments?.forEach((payment, n) => add('BR-CL-16', `payments[${n}]`, payment.code));
  parts('allowances', 'BR-CL-19', i.allowances);
  parts('charges', 'BR-CL-20', i.charges);
  i.taxes?.forEach((t, n) => {
    tax('BR-CL-17', `taxes[${n}]`, t);
    add('BR-CL-22', `taxes[${n}]`, t.reasonCode);
  });
  i.attachments?.forEach((a, n) => add('BR-CL-24', `attachments[${n}]`, a.content?.mime));
  i.lines?.forEach((l, n) => line(`lines[${n}]`, l));
  return found;
}
