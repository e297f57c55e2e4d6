/** Kinds of file that a document can carry (Huawei Cloud billing guide 10.3). */
export type FileKind = 'pdf' | 'jpeg' | 'png' | 'gif' | 'zip';

export const KINDS: Record<FileKind, { title: string; type: string; extensions: readonly string[] }> = {
  pdf: { title: 'PDF', type: 'application/pdf', extensions: ['pdf'] },
  jpeg: { title: 'JPEG picture', type: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jpe'] },
  png: { title: 'PNG picture', type: 'image/png', extensions: ['png'] },
  gif: { title: 'GIF picture', type: 'image/gif', extensions: ['gif'] },
  zip: { title: 'zip archive', type: 'application/zip', extensions: ['zip'] },
};

/** 10 MB as the guide counts it: one byte more is refused. */
export const MAX_ATTACHMENT_BYTES = 10 * 1024 * 1024;
export const MAX_ATTACHMENTS = 20;
export const CERTIFICATE_KINDS: readonly FileKind[] = ['jpeg', 'png', 'gif', 'pdf', 'zip'];
export const INVOICE_KINDS: readonly FileKind[] = ['pdf', 'jpeg', 'png', 'gif'];
