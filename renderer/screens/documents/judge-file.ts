import { KINDS, type FileKind } from '../../../domain/attachments/kinds.ts';
import { checkSize } from '../../../domain/attachments/sniff.ts';
import { appError, type AppError } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';

/**
 * What can be said about a chosen file before it is read: its size, and the ending of its name. Null when neither
 * speaks against it; the content is judged by the services.
 */
export function judgeFile(file: { name: string; size: number }, allowed: readonly FileKind[]): AppError | null {
  if (file.size === 0)
    return appError('attachment.empty', say`“${{ name: file.name }}” is empty.`, {
      file: file.name,
      remedy: 'Choose the file again; it may not have been saved.',
    });
  const size = checkSize(file.name, file.size);
  if (!size.ok) return size.error;
  const extension = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? '';
  if (allowed.some((kind) => KINDS[kind].extensions.includes(extension))) return null;
  return appError('attachment.kind', say`“${{ name: file.name }}” cannot be attached here.`, {
    file: file.name,
    remedy: say`Attach one of these: ${{ kinds: allowed.map((kind) => KINDS[kind].title) }}.`,
  });
}
