import { Button } from '@mantine/core';
import { IconCalendarRepeat } from '@tabler/icons-react';
import { useCall } from '../../app/hooks.ts';
import { useGo } from '../../app/place.ts';
import { useWordOf } from '../../i18n/index.ts';
import { EmptyState } from '../../ui/index.ts';
import { useListWords } from './words.ts';

/** A book without lists: which files bring them, vendor by vendor, and the way to import one. */
export function NoLists() {
  const { t, title } = useListWords();
  const common = useWordOf('common');
  const go = useGo();
  const formats = useCall('formats/list', {});
  const lists = (formats.data ?? []).filter((format) => format.kind === 'register');
  const vendors = [...new Set(lists.map((format) => format.vendor))];
  return (
    <div className="page-scroll">
      <EmptyState
        icon={IconCalendarRepeat}
        title={t('empty')}
        text={t('emptyText')}
        actions={<Button onClick={() => go('/import')}>{t('toImport')}</Button>}
      />
      <dl className="list-files" aria-label={t('files')}>
        {vendors.map((vendor) => (
          <div key={vendor}>
            <dt>{common(`vendor.${vendor}`)}</dt>
            {lists
              .filter((format) => format.vendor === vendor)
              .map((format) => (
                <dd key={format.id}>{title(format)}</dd>
              ))}
          </div>
        ))}
      </dl>
    </div>
  );
}
