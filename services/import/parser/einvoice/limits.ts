import { MAX_ATTACHMENT_BYTES } from '../../../../domain/attachments/kinds.ts';

/** Bytes of a file that may be an electronic invoice: it becomes an attachment of the document, so what an attachment may have. */
export const MAX_FILE = MAX_ATTACHMENT_BYTES;
/** Bytes that everything in a PDF or OFD file may unpack to. */
export const MAX_INFLATED = 40 << 20;
