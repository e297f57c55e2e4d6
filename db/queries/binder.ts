import type { Value } from '../connection.ts';

/** Collects the values of a query under generated names, so that no user text ever stands in SQL. */
export class Binder {
  readonly params: Record<string, Value> = {};
  #count = 0;

  /** The placeholder that stands for the value. */
  bind(value: Value): string {
    const name = `p${this.#count++}`;
    this.params[name] = value;
    return `:${name}`;
  }

  list(values: readonly Value[]): string {
    return `(${values.map((v) => this.bind(v)).join(', ')})`;
  }

  /** The placeholder of a LIKE pattern that finds the text anywhere; use with ESCAPE '\\'. */
  anywhere(text: string): string {
    return `${this.bind(`%${text.replace(/[\\%_]/g, '\\$&')}%`)} ESCAPE '\\'`;
  }
}
