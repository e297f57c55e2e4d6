import { SIDES, type Side } from '../../../../domain/wht/certificate.ts';
import { useParam } from '../../../app/place.ts';
import { useRange, type RangeState } from '../../invoices/statements/useRange.ts';

export const BASES = ['date', 'remitted'] as const;
export type Basis = (typeof BASES)[number];

/** Which certificates the register is of, as the address holds it. */
export interface RegisterChoice {
  range: RangeState;
  side: Side | null;
  country: string | null;
  form: string | null;
  basis: Basis;
  setSide: (side: Side | null) => void;
  setCountry: (country: string | null) => void;
  setForm: (form: string | null) => void;
  setBasis: (basis: Basis) => void;
  /** What procedures ask for; a range turned round is that of its first day. */
  input: { first: string; last: string; basis: Basis; side: Side | null; country: string | null; form: string | null };
}

export function useRegisterChoice(): RegisterChoice {
  const range = useRange();
  const [sideParam, setSide] = useParam('side');
  const [countryParam, setCountry] = useParam('country');
  const [form, setForm] = useParam('form');
  const [basisParam, setBasis] = useParam('basis');
  const side = SIDES.find((s) => s === sideParam) ?? null;
  const country = countryParam !== null && /^[A-Z]{2}$/.test(countryParam) ? countryParam : null;
  const basis = BASES.find((b) => b === basisParam) ?? 'date';
  return {
    range,
    side,
    country,
    form,
    basis,
    setSide,
    setCountry,
    setForm,
    setBasis: (next) => setBasis(next === 'date' ? null : next),
    input: { first: range.from, last: range.turned ? range.from : range.to, basis, side, country, form },
  };
}
