import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { Output } from '../../../services/contract/index.ts';
import { unwrap } from '../../../domain/result.ts';
import { appErrorOf } from '../../app/query.ts';
import { rowsOf } from '../../app/usePages.ts';
import { bridge } from '../../host/bridge.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/settings.json';
import { DataTable, EmptyState, Facts, Ident, Inspector, InspectorPart, type DataColumn } from '../../ui/index.ts';

type Entry = Output<'book/audit'>['entries'][number];
const PAGE = 200;

/** Who did what and when, newest first; each entry is chained to the one before by its hash. */
export function AuditTrail() {
  const t = useWords<typeof words>('settings');
  const [openId, setOpenId] = useState<string | null>(null);
  const trail = useInfiniteQuery({
    queryKey: ['book/audit', { limit: PAGE }],
    initialPageParam: null as number | null,
    queryFn: async ({ pageParam, signal }) => unwrap(await bridge().call('book/audit', { limit: PAGE, before: pageParam }, { signal })),
    getNextPageParam: (last) => (last.entries.length === PAGE ? (last.entries.at(-1)?.seq ?? null) : null),
  });
  const entries = useMemo(() => trail.data?.pages.flatMap((page) => page.entries) ?? [], [trail.data]);
  const columns: DataColumn<Entry>[] = [
    { id: 'seq', header: t('audit.seq'), kind: 'count', value: (e) => e.seq },
    { id: 'at', header: t('audit.at'), kind: 'date', width: 170, value: (e) => e.at.slice(0, 19).replace('T', ' ') },
    { id: 'who', header: t('audit.who'), width: 120, value: (e) => e.who },
    { id: 'action', header: t('audit.action'), width: 180, value: (e) => e.action },
    { id: 'subject', header: t('audit.subject'), grow: true, value: (e) => e.subject },
    { id: 'hash', header: t('audit.hash'), kind: 'ident', value: (e) => e.hash },
  ];
  const open = entries.find((e) => String(e.seq) === openId);
  return (
    <>
      <DataTable
        id="audit"
        label={t('tabs.audit')}
        columns={columns}
        rowId={(e) => String(e.seq)}
        activeId={openId}
        onOpen={(e) => setOpenId(String(e.seq))}
        source={rowsOf(entries, {
          loading: trail.isLoading,
          error: trail.error ? appErrorOf(trail.error) : null,
          retry: () => void trail.refetch(),
        })}
        toolbar={
          trail.hasNextPage ? (
            <Button variant="default" loading={trail.isFetchingNextPage} onClick={() => void trail.fetchNextPage()}>
              {t('audit.more')}
            </Button>
          ) : null
        }
        empty={<EmptyState icon={IconHistory} title={t('audit.empty')} />}
      />
      {open && (
        <Inspector title={open.action} subtitle={open.at.slice(0, 19).replace('T', ' ')} onClose={() => setOpenId(null)}>
          <Facts
            items={[
              [t('audit.seq'), open.seq],
              [t('audit.who'), open.who],
              [t('audit.subject'), open.subject],
              [t('audit.hash'), <Ident key="h" value={open.hash} copy />],
            ]}
          />
          {open.before !== null && open.before !== undefined && (
            <InspectorPart title={t('audit.before')}>
              <pre className="json">{JSON.stringify(open.before, null, 2)}</pre>
            </InspectorPart>
          )}
          {open.after !== null && open.after !== undefined && (
            <InspectorPart title={t('audit.after')}>
              <pre className="json">{JSON.stringify(open.after, null, 2)}</pre>
            </InspectorPart>
          )}
        </Inspector>
      )}
    </>
  );
}
