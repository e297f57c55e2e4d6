import { describe, expect, it } from 'vitest';
import { tagKey, tagText } from './tags.ts';

const PREFIXES = ['标签键:', 'tag_key:'];

describe('tag columns', () => {
  it('takes the customer’s key as it is spelt', () => {
    expect(['标签键:env', '标签键：成本中心', 'tag_key:Team', '\uFEFF标签键: a:b', 'Tag_Key:x y'].map((h) => tagKey(h, PREFIXES))).toEqual([
      'env',
      '成本中心',
      'Team',
      'a:b',
      'x y',
    ]);
    expect(['标签', '标签键', '标签键:', 'my_tag_key:x', '地域'].map((h) => tagKey(h, PREFIXES))).toEqual([null, null, null, null, null]);
  });

  it('joins what is there; a missing value is not an empty tag', () => {
    expect(
      tagText([
        ['env', 'prod'],
        ['team', '-'],
        ['成本中心', ' 研发 '],
        ['x', null],
        ['y', ''],
      ]),
    ).toBe('env:prod;成本中心:研发');
    expect(
      tagText([
        ['env', '--'],
        ['team', undefined],
      ]),
    ).toBeNull();
  });
});
