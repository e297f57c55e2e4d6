/** Sources and watched folders. */
export const watch: Readonly<Record<string, string>> = {
  '“{zone}” is not a time zone.': '“{zone}”不是时区。',
  'Write it as UTC, as an offset such as UTC+08:00, or as a name such as Asia/Shanghai.':
    '请写作 UTC、时差（如 UTC+08:00）或时区名（如 Asia/Shanghai）。',
  '“{name}” is read as {format}, which leaves neither time zone nor delivery open.':
    '“{name}”按{format}读取，该格式的时区和交付方式已确定。',
  'Import it without a time zone and a delivery.': '请不指定时区和交付方式导入。',
  'Every sheet of “{name}” is hidden.': '“{name}”的工作表全部被隐藏。',
  'Open it in a spreadsheet program, show the sheet that is the bill, and save it.':
    '请在电子表格程序中打开，取消隐藏账单所在的工作表并保存。',
  '“{name}” is not valid {wanted}: it breaks off inside a character, or a character is only half there.':
    '“{name}”不是有效的 {wanted}：在字符中间断开，或有不完整的字符。',
  'The file is damaged or incomplete; download it again, or save it as UTF-8.': '文件已损坏或不完整，请重新下载，或另存为 UTF-8。',
  '“{name}” is not a text file: row {row} holds the character NUL.': '“{name}”不是文本文件：第 {row} 行含有 NUL 字符。',
  'Export the bill as CSV or JSON; if it is one, download it again: it is damaged.':
    '请将账单导出为 CSV 或 JSON；如已是此类文件，则文件已损坏，请重新下载。',
  '“{name}” is a later part of a delivery that replaces its month; by itself it would replace all other parts.':
    '“{name}”是整月替换交付中的后续分卷；单独导入会替换其他各卷。',
  'Import all parts of the delivery together.': '请将该次交付的各卷一并导入。',
  '{months}: earlier files of this source have told the month, and this one adds rows to it.':
    '{months}：此来源先前的文件已含该月，此文件将追加行。',
  'If each file of the source tells its month anew, choose the delivery “replacement”; the earlier rows then give way.':
    '如此来源的每个文件都重新给出整月，请将交付方式选为“替换”，先前的行即被取代。',
  'The folder “{folder}” is not there.': '找不到文件夹“{folder}”。',
  'Connect its drive or put it back: it is looked for again by itself. Or choose another folder.':
    '请接回磁盘或放回原处，系统会自动重新查找；或选择其他文件夹。',
  'The folder “{folder}” may not be read.': '没有读取文件夹“{folder}”的权限。',
  'Allow reading it to your user: it is looked into again by itself. Or choose another folder.':
    '请授予当前用户读取权限，系统会自动重新查看；或选择其他文件夹。',
  'The folder “{folder}” cannot be read ({code}).': '无法读取文件夹“{folder}”（{code}）。',
  'Check its drive or network: it is looked into again by itself.': '请检查磁盘或网络，系统会自动重新查看。',
  'The folder “{folder}” below it cannot be read; its files are left out.': '无法读取其下的文件夹“{folder}”，其中的文件已略去。',
  'Allow reading it to your user.': '请授予当前用户读取权限。',
  'Only the first {files} files are looked at, and folders {depth} deep.': '只查看前 {files} 个文件，文件夹最深 {depth} 层。',
  'Move what is imported already to another folder.': '请将已导入的文件移到其他文件夹。',
  '“{file}” went away while it was read.': '“{file}”在读取过程中消失。',
  '“{file}” may not be read, or another program holds it.': '没有读取“{file}”的权限，或它正被其他程序占用。',
  'Allow reading it to your user, or close the other program: it is tried again by itself.':
    '请授予当前用户读取权限，或关闭占用它的程序，系统会自动重试。',
  '“{file}” cannot be read ({code}).': '无法读取“{file}”（{code}）。',
  'Check its drive or network: it is tried again by itself.': '请检查磁盘或网络，系统会自动重试。',
  '“{file}” was written to while it was read.': '“{file}”在读取过程中被写入。',
  'It is tried again by itself.': '系统会自动重试。',
  'Lines of earlier files that will give way to this newer one: {count}.': '将由此文件取代的较早文件中的行数：{count}。',
  'This book watches no folder.': '此账本未监视文件夹。',
  'Choose one first.': '请先选择文件夹。',
  'This is not a folder.': '这不是文件夹。',
  'Choose a folder.': '请选择文件夹。',
  'Another book was opened before this file had its turn.': '轮到此文件之前已打开另一账本。',
};
