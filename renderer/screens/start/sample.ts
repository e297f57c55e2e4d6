import type { Input } from '../../../services/contract/index.ts';
import type { Result } from '../../../domain/result.ts';
import { bridge } from '../../host/bridge.ts';

type Profile = Omit<Input<'book/create'>, 'target' | 'language'>;

/** The profile that the sample's papers are made for: a registered customer in Malaysia, billed by Sparkoo Singapore. */
export const SAMPLE_PROFILE: Profile = {
  country: 'MY',
  entity: 'SPARKOO_SG',
  customerStatus: 'registered',
  region: null,
  currency: 'USD',
  settlement: 'monthly',
  company: '',
};

/** A new book's target by that name, or with a number after it where the name is taken. */
export async function firstFree(name: string): Promise<Result<{ token: string }>> {
  for (let number = 2; ; number += 1) {
    const target = await bridge().host('host/newBook', { name: number === 2 ? name : `${name} ${number - 1}` });
    if (target.ok || target.error.code !== 'host.book-exists' || number > 100) return target;
  }
}
