import type { Units } from '../units.ts';
import { addMoney } from './add-money.ts';
import type { HuaweiLine } from './lines.ts';

/** Lines whose `key` is the same as one, in the order of first appearance; money and usage are summed. */
export function grouped(lines: Iterable<HuaweiLine>, key: (line: HuaweiLine) => string): HuaweiLine[] {
  const groups = new Map<string, HuaweiLine>();
  for (const line of lines) {
    const id = key(line);
    const group = groups.get(id);
    if (!group) groups.set(id, { ...line });
    else {
      group.money = addMoney(group.money, line.money);
      group.usage = plus(group.usage, line.usage);
    }
  }
  return [...groups.values()];
}

const plus = (a: Units | null, b: Units | null): Units | null => (a === null ? b : b === null ? a : a + b);
