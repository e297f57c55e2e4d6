import type { Page } from '@playwright/test';
import axe from 'axe-core';

interface Violation {
  id: string;
  impact: string | null;
  nodes: { target: string[]; failureSummary?: string }[];
}

/** Rules whose outcome depends on colours, for a theme of a page whose structure is held already. */
export const OF_COLOUR = ['color-contrast', 'link-in-text-block'] as const;

/**
 * What axe finds serious or critical, as `rule: places`. axe stays in the page: bringing it anew for each view, in a page of
 * its own, took four times as long as its work.
 */
export async function faults(page: Page, rules: readonly string[] | null = null): Promise<string[]> {
  if (!(await page.evaluate(`'axe' in window`))) await page.evaluate(axe.source);
  const options = JSON.stringify({ resultTypes: ['violations'], ...(rules && { runOnly: rules }) });
  const violations = await page.evaluate<Violation[]>(`axe.run(document, ${options}).then(({ violations }) =>
    violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map(({ target, failureSummary }) => ({ target, failureSummary })) })))`);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary ?? ''})`).join(' | ')}`,
    );
}
