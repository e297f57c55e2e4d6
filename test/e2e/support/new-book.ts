import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Rig } from './rig.ts';

/** Makes and opens an empty book behind the page: Malaysia, Sparkoo Singapore, registered, USD, monthly. */
export async function newBook(rig: Rig, name = 'Example'): Promise<void> {
  mkdirSync(rig.home, { recursive: true });
  await rig.call('book/create', {
    target: rig.grant(join(rig.home, `${name}.tallybook`), 'write'),
    country: 'MY',
    entity: 'SPARKOO_SG',
    customerStatus: 'registered',
    currency: 'USD',
    settlement: 'monthly',
    language: 'en',
    company: 'Example Sdn Bhd',
  });
}
