import type { AppError } from '../../../../domain/result.ts';
import type { Draft } from '../../../../services/contract/making.ts';
import { useLanguage, useWordOf, useWords } from '../../../i18n/index.ts';
import { useTell } from '../../../i18n/told.ts';
import type words from '../../../i18n/en/making.json';
import { Amount, ErrorState, Facts, Ident, StatusMark } from '../../../ui/index.ts';
import { QuoteSteps } from '../../tax/QuoteSteps.tsx';
import { say } from '../../tax/say.ts';
import './making.css';

/** The document as it would be made now: number, parties, figures, how they came about, and what speaks against it. */
export function Preview({
  draft,
  error,
  waiting,
  retry,
}: {
  draft: Draft | undefined;
  error: AppError | null;
  waiting: boolean;
  retry: () => void;
}) {
  const t = useWords<typeof words>('making');
  return (
    <section aria-label={t('preview')} aria-live="polite">
      <h2>{t('preview')}</h2>
      {error ? (
        <ErrorState error={error} retry={retry} />
      ) : draft ? (
        <Shown draft={draft} />
      ) : (
        <p className="inspector-note dim">{waiting ? t('missing.waiting') : t('previewWaits')}</p>
      )}
    </section>
  );
}

function Shown({ draft: { document, steps, taxCase, warnings } }: { draft: Draft }) {
  const t = useWords<typeof words>('making');
  const word = useWordOf('making');
  const taxWord = useWordOf('tax');
  const language = useLanguage();
  const { sentence } = useTell();
  const { currency } = document;
  const components = document.document.components ?? [];
  return (
    <>
      <Facts
        items={[
          [t('number'), <Ident key="number" value={document.number} />],
          [t('kind'), document.document.title ?? (document.kind === 'credit-note' ? t('kinds.credit') : word(`types.${document.type}`))],
          [t('seller'), document.seller?.name],
          [t('buyer'), document.buyer?.name],
          [t('credits'), document.credits],
          [t('due'), document.due],
          [t('orderReference'), document.document.orderReference],
        ]}
      />
      <table className="balance" aria-label={t('figures')}>
        <caption>{currency}</caption>
        <tbody>
          <Figure label={t('net')} value={document.net} currency={currency} />
          {components.length > 1
            ? components.map((c) => (
                <Figure
                  key={c.code}
                  label={c.ratePct === null ? c.code : `${c.code} ${c.ratePct} %`}
                  value={c.amount}
                  currency={currency}
                />
              ))
            : null}
          <Figure label={t('tax')} value={document.tax} currency={currency} />
          <Figure label={t('total')} value={document.total} currency={currency} result />
        </tbody>
      </table>
      {document.converted && <p className="inspector-note">{sentence(document.converted.step)}</p>}
      {warnings.map((warning) => (
        <p key={warning.template} className="inspector-note">
          <StatusMark mark="due" label={sentence(warning)} />
        </p>
      ))}
      <details className="make-steps">
        <summary>{t('steps')}</summary>
        {steps.map((step) => (
          <p key={step.template} className="inspector-note">
            {sentence(step)}
          </p>
        ))}
        {taxCase && (
          <>
            <p className="inspector-note">
              <Ident value={taxCase.rule} /> · {say(taxCase.source, language)}
              {document.document.treatment ? <> · {taxWord(`treatment.${document.document.treatment}`)}</> : null}
            </p>
            <QuoteSteps steps={taxCase.steps} currency={currency} label={t('tax')} />
            {taxCase.notes.map((note) => (
              <p key={note} className="inspector-note dim">
                {say(note, language)}
              </p>
            ))}
          </>
        )}
      </details>
    </>
  );
}

const Figure = ({
  label,
  value,
  currency,
  result = false,
}: {
  label: string;
  value: string | null;
  currency: string;
  result?: boolean;
}) => (
  <tr className={result ? 'result' : undefined}>
    <th scope="row">{label}</th>
    <td />
    <td>
      <Amount value={value} currency={currency} plainZero={result} column={2} />
    </td>
  </tr>
);
