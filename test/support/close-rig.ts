import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyDb } from '../../db/verify.ts';
import { setSetting } from '../../db/settings.ts';
import { Failure } from '../../domain/result.ts';
import type { Input, Output, ProcedureName } from '../../services/contract/index.ts';
import { createApplication } from '../../services/index.ts';
import { FileRegistry } from '../../services/runtime/files.ts';
import type { ParserPool } from './parser-pool.ts';

const HEADER = '账期,账号,产品类型,产品,计费模式,账单类型,交易时间,资源ID,官网价,优惠金额,抹零金额,应付金额,现金支付,代金券抵扣,月度结算';
/** A charge of the month as a row of a bill: the columns agree with one another. */
export const charge = (id: string, payable: string, period = '2023-09', listPrice = payable): string =>
  `${period},demo,云硬盘 EVS,云硬盘,按需,消费-使用,${period}-15 16:00:00 GMT+08:00,${id},${listPrice},0,0,${payable},0,0,${payable}`;
export const bill = (...lines: string[]): string => `${[HEADER, ...lines].join('\n')}\n`;

/** For tests: the whole application on a fresh book of a Malaysian company, with real imports and a clock of its own. */
export function closeRig(parsers: ParserPool) {
  const folder = mkdtempSync(join(tmpdir(), 'tallybook-close-'));
  const files = new FileRegistry();
  const clock = { now: new Date('2023-10-10T03:00:00.000Z') };
  const application = createApplication({ files, who: 'ann', now: () => clock.now, forkParser: parsers.fork });
  const book = application.session.create(join(folder, 'b.tallybook'));
  setSetting(book.write, 'profile', {
    country: 'MY',
    entity: 'SPARKOO_SG',
    customerStatus: 'registered',
    region: null,
    currency: 'USD',
    settlement: 'monthly',
    language: 'en',
    company: 'Demo Sdn Bhd',
  });
  async function call<N extends ProcedureName>(name: N, input: Input<N>): Promise<Output<N>> {
    const result = await application.call(name, input);
    if (!result.ok) throw new Failure(result.error);
    return result.value;
  }
  let made = 0;
  const grant = (text: string | Uint8Array, name: string): string => {
    const path = join(folder, `${++made}-${name}`);
    writeFileSync(path, text);
    return files.grant(path, 'read', name);
  };
  const target = (): [token: string, path: string] => {
    const path = join(folder, `out-${++made}`);
    return [files.grant(path, 'write'), path];
  };
  return {
    book,
    clock,
    call,
    grant,
    /** The code of a refusal, or `ok`. */
    refused: async <N extends ProcedureName>(name: N, input: Input<N>): Promise<string> => {
      const result = await application.call(name, input);
      return result.ok ? 'ok' : result.error.code;
    },
    /** Imports the text; answers what became of the file. */
    take: async (text: string, name = 'bill.csv') => {
      const token = grant(text, name);
      return (await call('import/run', { files: [token], format: 'huawei.detail' })).files[0]!;
    },
    /** What an export writes. */
    written: async (name: ProcedureName, input: Record<string, unknown>): Promise<Buffer> => {
      const [token, path] = target();
      await call(name, { ...input, target: token } as never);
      return readFileSync(path);
    },
    /** Sets aside what blocks, signs and closes. */
    lock: async (period = '2023-09') => {
      const { checklist } = await call('close/status', { period });
      for (const item of checklist.filter((i) => i.state === 'blocking' && i.canBeWaived))
        await call('close/waive', { period, item: item.id, reason: 'known' });
      await call('close/sign', { period, role: 'prepared', who: 'Ann Lee' });
      await call('close/sign', { period, role: 'approved', who: 'Bo Tan' });
      return call('close/lock', { period });
    },
    verify: () => verifyDb(book.read),
    close(): void {
      application.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type CloseRig = ReturnType<typeof closeRig>;
