import { useMemo } from 'react';
import { useCall } from '../../../app/hooks.ts';
import type { Scope } from '../place.ts';
import { tagColumn } from './filter-columns.ts';

/** The columns of the tag keys that the lines have, the commonest first; asked for once `enabled`. */
export function useTagColumns(scope: Scope | undefined, enabled: boolean): readonly string[] {
  const keys = useCall('bills/tag-keys', scope ?? {}, { enabled: enabled && scope !== undefined, keep: true });
  return useMemo(() => (keys.data ?? []).flatMap(({ key }) => tagColumn(key) ?? []), [keys.data]);
}
