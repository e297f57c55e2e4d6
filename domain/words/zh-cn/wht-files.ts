/** Papers of certificates: judging, showing and bundling them. */
export const whtFiles: Readonly<Record<string, string>> = {
  'a zip archive': 'zip 压缩包',
  '“{name}” is a {kind} and {second} at once.': '“{name}”既是 {kind}，又是{second}。',
  'Print or scan the document into a new file: this one carries something that does not show.':
    '请将文件重新打印或扫描成新文件：此文件带有看不见的内容。',
  '“{file}” holds a program: “{entry}”.': '“{file}”中含有程序：“{entry}”。',
  'Pack only the certificate files (PDF or pictures).': '请仅打包凭证文件（PDF 或图片）。',
  '“{file}” holds another archive, whose contents cannot be judged: “{entry}”.': '“{file}”中含有另一个压缩包，其内容无法检查：“{entry}”。',
  'Pack the certificate files themselves into one archive.': '请将凭证文件本身打成一个压缩包。',
  'This PDF holds scripts. Tallybook runs none of them; other programs may.': '此 PDF 含有脚本。本软件不会运行，其他程序可能会运行。',
  'This PDF asks to start a program. Tallybook never does; other programs may ask you.':
    '此 PDF 要求启动程序。本软件不会启动，其他程序可能会询问您。',
  'This PDF carries other files inside. They are kept with it and not opened here.':
    '此 PDF 内嵌其他文件。它们随 PDF 一并保存，不会在此打开。',
  'This PDF has a form that sends or fetches data. Tallybook does neither.': '此 PDF 的表单会发送或读取数据。本软件不会这样做。',
  'This PDF holds sound, film or 3D. It is not played here.': '此 PDF 含有声音、视频或三维内容，不会在此播放。',
  'This PDF is a dynamic form (XFA). Its pages may look empty here; open it in the program that made it.':
    '此 PDF 是动态表单（XFA），在此可能显示为空白；请用制作它的程序打开。',
  'No certificate is in this choice.': '所选范围内没有凭证。',
  'Widen the days, or choose other states or countries.': '请放宽日期，或选择其他状态、国家/地区。',
  'The files of these certificates are too many or too large for one archive (4 GB).':
    '这些凭证的文件过多或过大，无法放入一个压缩包（4 GB）。',
  'Choose fewer days, and make several bundles.': '请缩小日期范围，分多次打包。',
  '“{name}” is not in the book as it was attached.': '“{name}”在账本中已不是添加时的内容。',
  'Run “verify”, and take the file from the newest backup.': '请运行“verify”，并从最新备份中取回该文件。',
  '“{name}” is left out: at most {most} files can be attached.': '“{name}”未添加：最多可添加 {most} 个附件。',
  'Pack the files into one zip archive, or take one of the others away.': '请将文件打成一个 zip 压缩包，或移除其他附件。',
  '“{name}” is the same file as “{other}”.': '“{name}”与“{other}”是同一文件。',
  'Nothing is lost: it is attached once.': '没有遗漏：只添加一次。',
  '“{name}” has no pages that can be shown here.': '“{name}”没有可在此显示的页面。',
  'Save it and open it with a program of its own.': '请保存后用相应的程序打开。',
};
