import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RegisterFormat } from '../../../domain/formats/format.ts';
import { formats as huawei } from '../../../domain/formats/huawei/index.ts';
import { formats as qingcloud } from '../../../domain/formats/qingcloud/index.ts';
import { formats as tencent } from '../../../domain/formats/tencent/index.ts';
import { readRegister } from '../../../test/samples/read-register.ts';
import { REGISTER_SAMPLES, registerSample } from './index.ts';

const registers = [...huawei, ...tencent, ...qingcloud].filter((format): format is RegisterFormat => format.kind === 'register');

describe('register samples', () => {
  it('there is one of each register', () => expect([...REGISTER_SAMPLES].sort()).toEqual(registers.map(({ id }) => id).sort()));

  it.each(REGISTER_SAMPLES)('%s reads back row for row', (id) => {
    const format = registers.find((register) => register.id === id)!;
    fc.assert(
      fc.property(fc.record({ rows: fc.integer({ min: 1, max: 60 }), seed: fc.nat() }), (options) => {
        const sample = registerSample(id, options);
        expect(readRegister(format, sample.text)).toEqual(sample.rows);
      }),
      { numRuns: 20 },
    );
  });
});
