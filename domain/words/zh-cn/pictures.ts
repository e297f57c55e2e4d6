/** Charts saved as pictures. */
export const pictures: Readonly<Record<string, string>> = {
  'This is no {format} picture.': '这不是 {format} 图片。',
  'Save the chart again from its own screen.': '请在图表所在的界面重新保存。',
};
