import { Button } from '@mantine/core';
import { useCall } from '../../app/hooks.ts';
import { useJob } from '../../app/useJob.ts';
import { grouped } from '../../app/duration.ts';
import { useWords } from '../../i18n/index.ts';
import type words from '../../i18n/en/overview.json';
import { ErrorState } from '../../ui/index.ts';

/** Fills an empty book with generated bills of all vendors; not there once the book holds anything. */
export function SampleButton() {
  const t = useWords<typeof words>('overview');
  const book = useCall('book/info', {});
  const job = useJob('book/fillSample');
  const counts = book.data?.counts;
  if (!counts || Object.values(counts).some((n) => n > 0)) return null;
  return (
    <>
      <Button
        variant="default"
        loading={job.busy}
        onClick={() =>
          void job.start(
            {},
            { title: t('sampleJob'), describe: (b) => t('sampleDone', { count: b.counts.lines, n: grouped(b.counts.lines) }) },
          )
        }
      >
        {t('sample')}
      </Button>
      {job.error && <ErrorState error={job.error} />}
    </>
  );
}
