import { deadlinesOf } from '../../../domain/wht/forms/due.ts';
import type { CertificateForm } from '../../../domain/wht/forms/form.ts';
import { codesOf, FORMS, formsOf, validOn } from '../../../domain/wht/forms/index.ts';
import { taxRounding } from '../../../domain/wht/forms/rounding.ts';
import type { ShownForm } from '../../contract/wht-forms.ts';
import type { Handlers } from '../../runtime/services.ts';

export const whtFormsHandlers: Handlers<'wht/forms'> = {
  'wht/forms': ({ country, date }) => {
    const ofCountry = (form: CertificateForm): boolean => country === null || form.country === country || form.country === null;
    if (date === null) return FORMS.filter(ofCountry).map((form) => shown(form, null));
    const forms = country === null ? FORMS.filter((form) => validOn(form, date)) : formsOf(country, date);
    return forms.map((form) => shown(form, date));
  },
};

function shown(form: CertificateForm, date: string | null): ShownForm {
  const { yearFrom: _, codes, deadlines, copies, required, returns, rounding: __, ...rest } = form;
  const { id, places } = taxRounding(form, form.currency ?? '');
  return {
    ...rest,
    codes: (date === null ? codes : codesOf(form, date)).map((code) => ({ ...code, rates: [...code.rates] })),
    deadlines: (date === null ? deadlines.map((d) => ({ ...d, day: null })) : deadlinesOf(form, date)).map(({ due: ___, ...d }) => d),
    copies: [...copies],
    required: [...required],
    returns: [...returns],
    rounding: { policy: id, places },
  };
}
