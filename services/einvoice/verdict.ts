import type { Finding } from '../../domain/einvoice/finding.ts';
import { remedyOf } from '../../domain/einvoice/remedies.ts';
import type { RuleFinding } from '../contract/einvoice.ts';

/** Findings as the contract tells them; `ours`: of a document of the register, where something can be done about them. */
export function verdictOf(
  findings: readonly Finding[],
  ours: boolean,
): { valid: boolean; fatal: number; warnings: number; findings: RuleFinding[] } {
  const fatal = findings.filter((f) => f.severity === 'fatal').length;
  return {
    valid: fatal === 0,
    fatal,
    warnings: findings.length - fatal,
    findings: findings.map(({ rule, severity, says, terms, where, detail, place }) => ({
      rule,
      severity,
      says,
      terms: [...terms],
      where,
      detail,
      place,
      remedy: ours ? remedyOf(rule) : null,
    })),
  };
}
