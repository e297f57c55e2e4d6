import { SegmentedControl, Select } from '@mantine/core';
import { useLanguage, useWordOf } from '../../../i18n/index.ts';
import { useParam } from '../../../app/place.ts';
import { PageHeader } from '../../../ui/index.ts';
import { useCall } from '../../../app/hooks.ts';
import { InvoicesNav } from '../InvoicesNav.tsx';
import { DirectionField, useDirection } from './DirectionField.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { InvoiceRegister } from './InvoiceRegister.tsx';
import { RangeFields } from './RangeFields.tsx';
import { TaxRegister } from './TaxRegister.tsx';
import { useRange } from './useRange.ts';
import { useStatementWords } from './words.ts';
import './statements.css';

const REGISTERS = ['invoices', 'taxes'] as const;
const BASES = ['date', 'period'] as const;

/** The register of invoices, or of their taxes, of a range; as it is exported. */
export function Registers() {
  const title = useWordOf('invoices');
  const { t } = useStatementWords();
  const language = useLanguage();
  const [direction, setDirection] = useDirection();
  const range = useRange();
  const [ofParam, setOf] = useParam('of');
  const [basisParam, setBasis] = useParam('basis');
  const [countryParam, setCountry] = useParam('country');
  const of = REGISTERS.find((r) => r === ofParam) ?? 'invoices';
  const basis = BASES.find((b) => b === basisParam) ?? 'date';
  const country = countryParam !== null && /^[A-Z]{2}$/.test(countryParam) ? countryParam : null;
  const days = range.turned ? { from: range.from, to: range.from } : { from: range.from, to: range.to };
  const input = { direction, ...days, basis, country };
  const head = useCall('invoices/register', { ...input, limit: 1 }, { keep: true });
  const countries = [...new Set([...(head.data?.countries ?? []), ...(country === null ? [] : [country])])];
  const name = of === 'invoices' ? ('export/invoice-register' as const) : ('export/tax-register' as const);
  const tools = (
    <>
      <SegmentedControl
        aria-label={t('register.of')}
        value={of}
        onChange={(next) => setOf(next === 'invoices' ? null : next)}
        data={REGISTERS.map((r) => ({ value: r, label: t(`register.${r}`) }))}
      />
      <DirectionField value={direction} onChange={setDirection} />
      <RangeFields range={range} />
      <Select
        aria-label={t('register.basis')}
        w={140}
        allowDeselect={false}
        value={basis}
        data={BASES.map((b) => ({ value: b, label: t(`register.bases.${b}`) }))}
        onChange={(next) => setBasis(next === 'date' ? null : next)}
      />
      <Select
        aria-label={t('register.country')}
        w={150}
        value={country ?? ''}
        allowDeselect={false}
        data={[{ value: '', label: t('register.countries') }, ...countries.map((c) => ({ value: c, label: countryName(c, language) }))]}
        onChange={(next) => setCountry(next || null)}
      />
    </>
  );
  return (
    <div className="page">
      <PageHeader
        title={title('title')}
        status={<InvoicesNav />}
        actions={
          <ExportMenu
            name={name}
            input={input}
            what={t(`register.${of}`)}
            file={`${of === 'invoices' ? 'invoice' : 'tax'}-register-${days.from}-${days.to}`}
          />
        }
      />
      {of === 'invoices' ? <InvoiceRegister input={input} tools={tools} /> : <TaxRegister input={input} tools={tools} />}
    </div>
  );
}

const countryName = (code: string, language: string): string =>
  new Intl.DisplayNames([language], { type: 'region', fallback: 'code' }).of(code) ?? code;
