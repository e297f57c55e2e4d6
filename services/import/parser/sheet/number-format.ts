/** What a number format shows of a serial number; null is given for formats that show no day and no time. */
export interface DateKind {
  day: boolean;
  time: boolean;
  /** `[h]:mm:ss`: hours that may pass 24. */
  elapsed: boolean;
}

/**
 * Formats that files name by number without spelling them out (ECMA-376 part 1, 18.8.30). 27–36 and 50–58 depend on the
 * locale; they are taken as Simplified Chinese, in which they are days except 32–35, 55 and 56, which are times.
 */
const BUILT_IN: Readonly<Record<number, string>> = {
  14: 'yyyy-mm-dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd h:mm',
  27: 'yyyy年m月',
  28: 'm月d日',
  29: 'm月d日',
  30: 'm-d-yy',
  31: 'yyyy年m月d日',
  32: 'h时mm分',
  33: 'h时mm分ss秒',
  34: '上午/下午h时mm分',
  35: '上午/下午h时mm分ss秒',
  36: 'yyyy年m月',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  50: 'yyyy年m月',
  51: 'm月d日',
  52: 'yyyy年m月',
  53: 'm月d日',
  54: 'm月d日',
  55: '上午/下午h时mm分',
  56: '上午/下午h时mm分ss秒',
  57: 'yyyy年m月',
  58: 'm月d日',
};

/** The kind of the format with this number; `custom` holds those that the workbook spells out. */
export function kindOfId(id: number, custom: ReadonlyMap<number, string>): DateKind | null {
  const format = custom.get(id) ?? BUILT_IN[id];
  return format === undefined ? null : kindOfFormat(format);
}

/** Reads the first section of a format, the one for positive numbers; quoted and escaped text says nothing. */
export function kindOfFormat(format: string): DateKind | null {
  let bare = '';
  let elapsed = false;
  for (let i = 0; i < format.length; i++) {
    const c = format[i]!;
    if (c === ';') break;
    if (c === '"') {
      const end = format.indexOf('"', i + 1);
      i = end < 0 ? format.length : end;
    } else if (c === '\\' || c === '_' || c === '*') i++;
    else if (c === '[') {
      const end = format.indexOf(']', i);
      if (end < 0) break;
      if (/^(?:h+|m+|s+)$/i.test(format.slice(i + 1, end))) elapsed = true;
      i = end;
    } else bare += c.toLowerCase();
  }
  if (bare.includes('general')) return null;
  const halfDay = /am\/pm|a\/p|上午\/下午/.test(bare);
  const letters = bare.replace(/am\/pm|a\/p/g, '').replace(/e[+-]/g, '');
  const time = elapsed || halfDay || /[hs]/.test(letters);
  // `m` is minutes beside hours or seconds, else months; `e`, `g` and `b` are years of eras and of the Buddhist calendar.
  const day = /[ydegb]|aaa/.test(letters) || (!time && letters.includes('m'));
  return day || time ? { day, time, elapsed: elapsed && !day } : null;
}
