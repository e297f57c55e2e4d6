import type { Handlers } from '../runtime/services.ts';
import { list, names } from './list.ts';
import { matrix } from './matrix.ts';
import { set } from './set.ts';

export const accountsHandlers: Handlers<'accounts/list' | 'accounts/names' | 'accounts/set' | 'accounts/matrix'> = {
  'accounts/list': list,
  'accounts/names': names,
  'accounts/set': set,
  'accounts/matrix': matrix,
};
