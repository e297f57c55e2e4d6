import { FIELD_NAMES } from '../../../../domain/wht/forms/field-names.ts';
import { formById } from '../../../../domain/wht/forms/index.ts';
import type { ShownForm } from '../../../../services/contract/wht-forms.ts';
import { Facts, Inspector, InspectorPart, StatusMark } from '../../../ui/index.ts';
import type { FormRow, ShownCode } from './form-rows.ts';
import { CERTAINTY_MARKS, useFormWords } from './form-words.ts';
import { Local } from './Local.tsx';

/** One form, and the code of the row where it has codes: who makes it, what it has to say, when it is due, where that stands. */
export function FormInspector({ row: { form, code }, onClose }: { row: FormRow; onClose: () => void }) {
  const { t, text, country, days } = useFormWords();
  return (
    <Inspector
      title={form.short}
      subtitle={
        <>
          {country(form)} · {t(`role.${form.role}`)}
        </>
      }
      onClose={onClose}
    >
      <div className="form-head">
        <p className="form-name">{text(form.name)}</p>
        <p className="form-local">
          <Local form={form} name={form.name} />
        </p>
      </div>
      {code && <Code form={form} code={code} />}
      <InspectorPart title={t('form')}>
        <Facts
          items={[
            [t('kindOf'), t(`pattern.${form.pattern}`)],
            [t('number'), t(`numbering.${form.numbering}`)],
            [t('period'), t(`periodOf.${form.period}`)],
            [t('payee'), t(`payeeOf.${form.payee}`)],
            [t('inUse'), days(form)],
            [t('currency'), form.currency],
            [
              t('rounding'),
              form.currency && form.rounding.places === 0 ? t('roundingOf.units', { currency: form.currency }) : t('roundingOf.smallest'),
            ],
            [t('returns'), form.returns.map((id) => formById(id)?.short ?? id).join(', ')],
          ]}
        />
      </InspectorPart>
      <InspectorPart title={t('required')}>
        <p className="inspector-note">{form.required.map((field) => text(FIELD_NAMES[field])).join(t('comma'))}</p>
      </InspectorPart>
      <InspectorPart title={t('copies')}>
        <ul className="form-list">
          {form.copies.map((copy) => (
            <li key={copy.en}>{text(copy)}</li>
          ))}
        </ul>
      </InspectorPart>
      <Deadlines form={form} />
      {form.note && (
        <InspectorPart title={t('formNotes')}>
          <p className="inspector-note">{text(form.note)}</p>
        </InspectorPart>
      )}
      <Source of={form} />
    </Inspector>
  );
}

function Code({ form, code }: { form: ShownForm; code: ShownCode }) {
  const { t, text, category, days } = useFormWords();
  return (
    <InspectorPart title={code.code === null ? text(code.name) : t('codeHead', { code: code.code })}>
      <Facts
        items={[
          [t('name'), code.code === null ? null : text(code.name)],
          [t('local'), code.name.local && <Local key="local" form={form} name={code.name} />],
          [t('category'), category(code.category)],
          [t('inUse'), days(code)],
        ]}
      />
      <h4 className="form-sub">{t('rates')}</h4>
      {code.rates.length === 0 ? (
        <p className="inspector-note">{t('noRates')}</p>
      ) : (
        <ul className="form-list">
          {code.rates.map((rate) => (
            <li key={`${rate.ratePct} ${rate.from ?? ''} ${rate.when?.en ?? ''}`}>
              <b>{rate.ratePct} %</b>
              {rate.when && <> · {text(rate.when)}</>}
              {days(rate) && <span className="dim"> · {days(rate)}</span>}
            </li>
          ))}
        </ul>
      )}
      <SourceText of={code} />
    </InspectorPart>
  );
}

function Deadlines({ form }: { form: ShownForm }) {
  const { t, text, days } = useFormWords();
  return (
    <InspectorPart title={t('deadlines')}>
      {form.deadlines.length === 0 ? (
        <p className="inspector-note">{t('noDay')}</p>
      ) : (
        <ul className="form-list">
          {form.deadlines.map((deadline) => (
            <li key={`${deadline.of} ${deadline.from ?? ''}`}>
              {t(`deadline.${deadline.of}`)}
              {deadline.day && <> · {t('deadlineBy', { day: deadline.day })}</>}
              {deadline.note && <> · {text(deadline.note)}</>}
              {days(deadline) && <span className="dim"> · {days(deadline)}</span>}
              <SourceText of={deadline} />
            </li>
          ))}
        </ul>
      )}
    </InspectorPart>
  );
}

function Source({ of }: { of: Pick<ShownForm, 'source' | 'certainty'> }) {
  const { t } = useFormWords();
  return (
    <InspectorPart title={t('source')}>
      <SourceText of={of} />
    </InspectorPart>
  );
}

function SourceText({ of }: { of: Pick<ShownForm, 'source' | 'certainty'> }) {
  const { t } = useFormWords();
  return (
    <p className="form-source">
      <StatusMark mark={CERTAINTY_MARKS[of.certainty]} label={t(`certainty.${of.certainty}`)} />
      {/* A citation stays in the language in which it is found. */}
      <span lang="en">{of.source}</span>
    </p>
  );
}
