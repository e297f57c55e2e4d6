import { datedHint, dayOfDigits, stemOf } from '../file-name.ts';
import type { NameHint } from '../format.ts';

/** What a kind of file is called, before its date; `whole: false` for files that grow under one name until the month ends. */
export interface NameToken {
  token: string;
  whole?: boolean;
}

const DATED = /^(\d{8}-\d{8}|\d{8}|\d{6})(?:_(\d{1,3}))?$/;

/**
 * Reader of Huawei Cloud's naming rules: `Spending(ByResource)_20200131_2`, `<account>_SettleBillDetail_20210401-20210430`,
 * `<account>_InstanceBillMonth_202104`. Spaces and case do not matter: the guide prints `Spending (ByResource)_` as well.
 * Source: Huawei Cloud billing guide 7.2.8 and 13.2.9; file descriptions of both sites' billing centres.
 */
export function nameRule(...tokens: readonly NameToken[]): (name: string) => NameHint | null {
  const wanted = tokens.map(({ token, whole = true }) => ({ token: `${token.toLowerCase()}_`, whole }));
  return (name) => {
    const stem = stemOf(name).replaceAll(' ', '');
    for (const { token, whole } of wanted) {
      const at = stem.toLowerCase().lastIndexOf(token);
      if (at < 0 || (at > 0 && stem[at - 1] !== '_')) continue;
      const match = DATED.exec(stem.slice(at + token.length));
      if (match) return datedHint(stem.slice(0, at + token.length) + match[1]!, match[1]!, match[2], whole);
    }
    return null;
  };
}

/** Download from the console: time of the export and kind, `20200327114010_pricefactor_bill….csv` (guide 13.2.7). */
const EXPORT = /^(\d{8})\d{6}_[a-z]+(?:_[a-z]+)*_?bill/i;

/** A bill of which the console keeps exports: the vendor's own rule first, else the day of the export. */
export function exportedName(...tokens: readonly NameToken[]): (name: string) => NameHint | null {
  const rule = nameRule(...tokens);
  return (name) => {
    const hint = rule(name);
    if (hint) return hint;
    const match = EXPORT.exec(stemOf(name));
    const asOf = match ? dayOfDigits(match[1]!) : null;
    return asOf === null ? null : { asOf };
  };
}
