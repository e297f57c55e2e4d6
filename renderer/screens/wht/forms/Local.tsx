import type { ShownForm } from '../../../../services/contract/wht-forms.ts';

const LANGUAGES: Readonly<Record<string, string>> = { ID: 'id', MY: 'ms', TH: 'th' };

/** A name as the authority prints it, in its language, so that it is read out and broken rightly. */
export function Local({ form, name }: { form: Pick<ShownForm, 'country'>; name: ShownForm['name'] }) {
  return name.local ? <span lang={LANGUAGES[form.country ?? '']}>{name.local}</span> : null;
}
