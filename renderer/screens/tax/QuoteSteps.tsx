import type { Quote } from './case.ts';
import { useLanguage } from '../../i18n/index.ts';
import { Amount } from '../../ui/index.ts';
import { say } from './say.ts';
import '../documents/documents.css';

/** The arithmetic of a quote: what, how, how much. The last two lines are results. */
export function QuoteSteps({ steps, currency, label }: { steps: Quote['steps']; currency: string; label: string }) {
  const language = useLanguage();
  return (
    <table className="steps" aria-label={label}>
      <tbody>
        {steps.map((step, index) => (
          <tr key={`${step.label}-${index}`} className={RESULTS.has(step.label) ? 'result' : undefined}>
            <th scope="row">{say(step.label, language)}</th>
            <td className="formula">{say(step.formula, language)}</td>
            <td className="value">
              <Amount value={step.value} currency={currency} plainZero />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
const RESULTS = new Set(['Invoice total', 'Net payable to the seller']);
