/** Rejected rows that are mended and imported. */
export const mend: Readonly<Record<string, string>> = {
  'The mended rows of “{file}” could not all be taken in. Nothing was changed.': '“{file}”更正后的行未能全部导入，未作任何更改。',
  'Check them again, then import them.': '请重新检查后再导入。',
  'Row {row} of “{file}” is wrong still: {reason}': '“{file}”第 {row} 行仍有错误：{reason}',
  'Nothing was imported. Mend the cell, or leave the row out.': '未导入任何内容。请更正该单元格，或略去该行。',
  'Row {row} of “{file}”, as mended, is in the book already: row {other} of batch {batch}.':
    '“{file}”第 {row} 行更正后与账本中已有的行相同：批次 {batch} 第 {other} 行。',
  'Nothing was imported. Leave the row out: its line is there.': '未导入任何内容。该明细已在账本中，请略去该行。',
  'Batch {batch} took the place of “{file}” for the month and account of row {row}.':
    '第 {row} 行所属月份和账号的“{file}”已被批次 {batch} 取代。',
  'Nothing was imported. Leave the row out: the newer file tells that month.': '未导入任何内容。该月以较新的文件为准，请略去该行。',
  'Row {row} of “{file}”, as mended, is no bill line: it is empty, or reads like a line of totals.':
    '“{file}”第 {row} 行更正后不是账单明细：为空，或像合计行。',
  'Nothing was imported. Mend the row, or leave it out.': '未导入任何内容。请更正该行，或将其略去。',
  'More than {most} rows of “{file}” equal the mended ones.': '“{file}”中与更正后的行相同的超过 {most} 行。',
  'Correct the file itself and import it again: the rows that are here already are recognised.':
    '请更正文件本身后重新导入：已有的行会被识别。',
  'Batch {id} ({file}) was undone: none of its rows is in the book.': '批次 {id}（{file}）已撤销，其行均不在账本中。',
  'Import the file again, then mend its rejected rows.': '请重新导入该文件，再更正被拒绝的行。',
  '“{file}” is JSON: its records have no cells that could be edited one by one.': '“{file}”是 JSON：其记录没有可逐格编辑的单元格。',
  'Correct the record in the file, or save the API answer again, and import it: the records that are here already are recognised.':
    '请在文件中更正该记录，或重新保存接口返回后导入：已有的记录会被识别。',
  'The format {format}, by which “{file}” was read, is not in this program any more.': '读取“{file}”所用的格式 {format} 已不在本程序中。',
  'Import the file again.': '请重新导入该文件。',
  'Row {row} of “{file}” is not among the rejected rows of batch {id}.': '“{file}”第 {row} 行不在批次 {id} 被拒绝的行之列。',
  'Choose one of its rejected rows.': '请选择该批次被拒绝的行。',
  'Row {row} of “{file}” was mended before: it is in the book as row {byRow} of batch {by}.':
    '“{file}”第 {row} 行此前已更正：它在账本中是批次 {by} 的第 {byRow} 行。',
  'Undo batch {by} to mend it in another way.': '如需另行更正，请撤销批次 {by}。',
  'A quotation mark in row {row} of “{file}” is never closed: all that follows it in the file ran into this row.':
    '“{file}”第 {row} 行有引号未闭合：其后的内容都并入了此行。',
  'Correct the quotation mark in the file and import the file again: the rows that are here already are recognised.':
    '请在文件中更正引号后重新导入：已有的行会被识别。',
  'Row {row} reads like the header of the file.': '第 {row} 行看来是文件的表头。',
  'Mend the other rows without it.': '请不选此行，更正其余各行。',
  '“{file}” holds corrected rows of import {batch}, which is not in this book.':
    '“{file}”是导入批次 {batch} 更正后的行，而本账本中没有该批次。',
  'Open the book from which the rows were exported, or import the whole bill again: by themselves they would take the place of the month.':
    '请打开导出这些行的账本，或重新导入整份账单：单独导入会取代整个账期。',
};
