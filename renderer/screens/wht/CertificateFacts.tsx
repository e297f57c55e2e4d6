import { formById } from '../../../domain/wht/forms/index.ts';
import type { Certificate } from '../../../services/contract/wht.ts';
import { useGo } from '../../app/place.ts';
import { useLanguage, useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/certificate.json';
import { Facts, Ident, StatusMark } from '../../ui/index.ts';
import { useCountryName } from '../tax/country-name.ts';

/** What stands on the paper beside its figures: side, form, parties, days, and what it replaces or is replaced by. */
export function CertificateFacts({ certificate: c }: { certificate: Certificate }) {
  const t = useWords<typeof words>('certificate');
  const country = useCountryName();
  const zh = useLanguage() === 'zh-CN';
  const form = c.form === null ? null : formById(c.form);
  return (
    <Facts
      items={[
        [t('side'), t(`sides.${c.side}`)],
        [t('country'), c.country && country(c.country)],
        [t('form'), form ? (zh ? form.name.zh : form.name.en) : c.form],
        [t('onlineForm'), c.eligibility && <Eligibility {...c.eligibility} />],
        [t('issuer'), c.issuer],
        [t('payer'), partyText(c.payer)],
        [t('payee'), partyText(c.payee)],
        [t('date'), c.date],
        [t('period'), c.first === null && c.last === null ? null : `${c.first ?? '…'} – ${c.last ?? '…'}`],
        [t('remittance'), [c.remittance, c.remitted].filter(Boolean).join(' · ')],
        [t('submitted'), c.submitted],
        [t('decided'), c.decided],
        [t('replaces'), c.replaces && <CertificateLink number={c.replaces} />],
        [t('replacedBy'), c.replacedBy && <CertificateLink number={c.replacedBy} />],
        [t('note'), c.note],
      ]}
    />
  );
}

function CertificateLink({ number }: { number: string }) {
  const go = useGo();
  return (
    <button type="button" className="link" onClick={() => go('/wht', { status: 'all', doc: number })}>
      <Ident value={number} length={28} />
    </button>
  );
}

function Eligibility({ open, country, entity }: NonNullable<Certificate['eligibility']>) {
  const t = useWords<typeof words>('certificate');
  return (
    <span className="inspector-note">
      <StatusMark mark={open ? 'pass' : 'due'} label={t(open ? 'formOpen' : 'formClosed', { country, entity })} />
    </span>
  );
}

/** Name and first tax number of a party as it stood on the paper. */
function partyText(party: Certificate['payer']): string | null {
  if (!party) return null;
  const [id] = party.taxIds;
  return id ? `${party.name} · ${id.scheme} ${id.value}` : party.name;
}
