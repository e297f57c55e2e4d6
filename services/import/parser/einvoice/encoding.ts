/** Encodings beside UTF-8 and UTF-16 in which invoices are met, by the names that XML declarations use. */
const OTHERS: Readonly<Record<string, string>> = {
  gb18030: 'gb18030', gbk: 'gb18030', gb2312: 'gb18030', 'iso-8859-1': 'windows-1252', 'iso-8859-15': 'iso-8859-15', 'windows-1252': 'windows-1252',
}; // prettier-ignore

const DECLARATION = /^(<\?xml[^>]{0,100}?encoding\s*=\s*)(["'])([A-Za-z][A-Za-z0-9._-]{0,40})\2/;

/**
 * The bytes of an XML file in UTF-8 where its declaration names another encoding that is read here (GB18030 and its parts, Latin 1). All
 * others stay as they are: the reader of the tree refuses what it does not know. Bytes that are not what the declaration says stay as
 * they are, too, and are refused there.
 */
export function toUtf8(bytes: Buffer): Buffer {
  const declared = DECLARATION.exec(bytes.toString('latin1', 0, 200));
  const encoding = declared ? OTHERS[declared[3]!.toLowerCase()] : undefined;
  if (!declared || encoding === undefined) return bytes;
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return Buffer.from(text.replace(DECLARATION, '$1$2UTF-8$2'));
  } catch {
    // Not what it says: the refusal is the tree reader's.
    return bytes;
  }
}
