import type { Bilingual } from '../words/said.ts';

/** Kinds of file that a document can carry (Huawei Cloud billing guide 10.3). */
export type FileKind = 'pdf' | 'jpeg' | 'png' | 'gif' | 'zip';

export const KINDS: Record<FileKind, { title: Bilingual; type: string; extensions: readonly string[] }> = {
  pdf: { title: { en: 'PDF', zh: 'PDF' }, type: 'application/pdf', extensions: ['pdf'] },
  jpeg: { title: { en: 'JPEG picture', zh: 'JPEG 图片' }, type: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jpe'] },
  png: { title: { en: 'PNG picture', zh: 'PNG 图片' }, type: 'image/png', extensions: ['png'] },
  gif: { title: { en: 'GIF picture', zh: 'GIF 图片' }, type: 'image/gif', extensions: ['gif'] },
  zip: { title: { en: 'zip archive', zh: 'zip 压缩包' }, type: 'application/zip', extensions: ['zip'] },
};

/** 10 MB as the guide counts it: one byte more is refused. */
export const MAX_ATTACHMENT_BYTES = 10 * 1024 * 1024;
export const MAX_ATTACHMENTS = 20;
export const CERTIFICATE_KINDS: readonly FileKind[] = ['jpeg', 'png', 'gif', 'pdf', 'zip'];
export const INVOICE_KINDS: readonly FileKind[] = ['pdf', 'jpeg', 'png', 'gif'];
