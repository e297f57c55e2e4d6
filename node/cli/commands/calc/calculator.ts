import type { Register } from '../../command.ts';
import { table } from '../../human.ts';
import type { Terminal } from '../../terminal.ts';

/** Adds one calculator to the group `calc`. */
export type Calculator = Register;

export interface CalculatorStep {
  label: string;
  formula: string;
  value: string;
  unit?: string | null;
}

/** Prints {result, policy, steps} as a document, or for a reader the lines of the result, the rule, and the steps as a table. */
export function answerSteps<R extends object, P extends { title: string; source: string }>(
  terminal: Terminal,
  answer: { result: R; policy: P; steps: readonly CalculatorStep[] } & Record<string, unknown>,
  result: Readonly<Record<string, string | number | null>>,
): void {
  terminal.answer(answer, () => {
    const { policy, steps } = answer;
    const names = Math.max(...Object.keys(result).map((name) => name.length));
    const lines = Object.entries(result).map(([name, value]) => `${name.padEnd(names)}  ${value ?? '–'}`);
    const rows = steps.map(({ label, formula, value, unit }) => ({ label, formula, value, unit: unit ?? '' }));
    return [lines.join('\n'), table(['label', 'formula', 'value', 'unit'], rows), `Rule: ${policy.title} (${policy.source})`].join('\n\n');
  });
}
