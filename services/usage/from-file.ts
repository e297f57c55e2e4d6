import { clockOf, onVendorClock } from '../../domain/registers/index.ts';
import { Failure, refuse } from '../../domain/result.ts';
import type { UsageNotice } from '../../domain/usage/notice.ts';
import type { UsageSample } from '../../domain/usage/samples.ts';
import { say } from '../../domain/words/said.ts';
import type { MemberRef, Reject } from '../import/parser/protocol.ts';
import { DETECT } from '../import/profiles/store.ts';
import { readFile } from '../import/read-file.ts';
import type { Context } from '../runtime/services.ts';

/** What a plain table of times and figures is read as. */
const PLAIN = 'huawei.usage-samples';
const REGISTER = /^(huawei|tencent)\..*usage-samples$/;

export interface FileSamples {
  samples: UsageSample[];
  notices: UsageNotice[];
}

/** The samples of a file, read in the parser process like any other; a file that names no vendor's format is read by its headers. */
export async function samplesOfFile(token: string, context: Context): Promise<FileSamples> {
  const file = context.host.files.resolve(token, 'read');
  try {
    return await read(file, null, file.member, context);
  } catch (error) {
    if (!(error instanceof Failure) || error.error.code !== 'import.unknown-format') throw error;
    return await read(file, PLAIN, file.member, context);
  }
}

async function read(
  file: { path: string; name: string },
  format: string | null,
  member: MemberRef | null,
  context: Context,
): Promise<FileSamples> {
  const samples: UsageSample[] = [];
  const rejects: Reject[] = [];
  let known = '';
  const outcome = await readFile(
    context.host,
    {
      path: file.path,
      name: file.name,
      ...DETECT,
      format,
      context: { settlement: 'monthly', currency: 'USD' },
      sample: 0,
      keep: false,
      member,
    },
    {
      started(message) {
        known = message.format;
        if (!REGISTER.test(known))
          refuse('usage.not-samples', say`“${{ name: file.name }}” holds no usage samples.`, {
            file: file.name,
            remedy: 'Give a file of usage details: a time and a bandwidth for every 5 minutes.',
          });
      },
      register(message) {
        for (const { data } of message.rows) samples.push(sampleOf(data, known));
      },
      rejects(message) {
        rejects.push(...message.rejects);
      },
    },
    context.signal,
  );
  if (outcome.kind === 'members') {
    const parts: FileSamples[] = [];
    for (const part of outcome.members) parts.push(await read(file, format, part, context));
    return { samples: parts.flatMap((part) => part.samples), notices: parts.flatMap((part) => part.notices) };
  }
  return { samples, notices: rejects.length > 0 ? [rejected(rejects)] : [] };
}

function sampleOf(data: Readonly<Record<string, string | null>>, format: string): UsageSample {
  return {
    time: onVendorClock(data['time']!, clockOf(format)).slice(0, 19),
    value: data['value'] ?? null,
    unit: data['valueUnit'] ?? data['unit'] ?? null,
    direction: data['direction'] ?? null,
    resource: data['resourceId'] ?? data['resourceName'] ?? data['domain'] ?? '',
  };
}

const rejected = (rejects: readonly Reject[]): UsageNotice => ({
  level: 'warning',
  code: 'rejected',
  message: say`Rows that could not be read and are left out: ${{ count: rejects.length }}. The first is row ${{ row: rejects[0]!.row }}: ${{ reason: rejects[0]!.said ?? rejects[0]!.reason }}`,
});
