import { describe, expect, it } from 'vitest';
import { barWidth, changeOf, largest, percentOf } from './share.ts';

describe('bars and shares', () => {
  it('measure against the largest without its sign', () => {
    expect(largest(['3', '-12.5', null, '0'])).toBe('12.5');
    expect(barWidth('-12.5', '12.5')).toBe('100%');
    expect(barWidth('0.01', '12.5')).toBe('0.1%');
  });
  it('are empty where there is nothing to measure against', () => {
    expect(largest([null, '0'])).toBeNull();
    expect(barWidth('5', null)).toBe('0%');
    expect(percentOf('5', '0')).toBe('');
    expect(percentOf(null, '5')).toBe('');
  });
  it('round half-up to one decimal', () => {
    expect(percentOf('1', '3')).toBe('33.3 %');
    expect(percentOf('0.0005', '1')).toBe('0.1 %');
    expect(percentOf('-2', '3')).toBe('\u221266.7 %');
  });
  it('hold beyond binary floats', () => expect(percentOf('900719925474099.3', '900719925474099.3')).toBe('100.0 %'));
});

describe('change', () => {
  it('is exact, with its sign', () => {
    expect(changeOf('110.25', '100')).toEqual({ difference: '10.25', percent: '+10.3 %' });
    expect(changeOf('90', '100')).toEqual({ difference: '-10', percent: '\u221210.0 %' });
    expect(changeOf('100', '100')).toEqual({ difference: '0', percent: '0.0 %' });
  });
  it('goes down from a credit to a larger one', () =>
    expect(changeOf('-20', '-10')).toEqual({ difference: '-10', percent: '\u2212100.0 %' }));
  it('has no per cent of nothing', () => expect(changeOf('5', '0')).toEqual({ difference: '5', percent: null }));
  it('never writes a negative nought', () => expect(changeOf('99.99', '100').percent).toBe('0.0 %'));
});
