import { ok, type Result } from '../../domain/result.ts';
import { bridge, type FileKind, type GrantedFile } from './bridge.ts';

const ACCEPT: Record<FileKind, string> = {
  bills: '.csv,.xlsx,.json,.zip,.gz,.tsv,.txt,.parquet',
  bank: '.xml,.ofx,.qfx,.sta,.mt940,.940,.txt,.csv,.tsv,.xlsx',
  pdf: '.pdf',
  calendar: '.ics,.csv,.txt',
  einvoice: '.xml,.pdf,.ofd',
  attachments: '.pdf,.png,.jpg,.jpeg,.gif,.zip',
};

/** Lets the user choose files: the system's dialog in Electron, the browser's otherwise. Empty when they chose none. */
export async function pickFiles(kind: FileKind): Promise<Result<GrantedFile[]>> {
  const host = bridge();
  if (host.kind === 'electron') return host.host('host/openFilesDialog', { kind });
  return uploadFiles(await browserFiles(ACCEPT[kind], true));
}

/** Tokens for dropped or chosen files, in their order; the first failure ends it. */
export function uploadFiles(files: readonly File[]): Promise<Result<GrantedFile[]>> {
  return files.length === 0 ? Promise.resolve(ok([])) : bridge().upload(files);
}

/**
 * Writes a file where the user wants it. Electron asks for the place first; a browser saves afterwards. `run` gets the
 * token to write to. Null when the user closed the dialog.
 */
export async function saveAs<T>(name: string, run: (token: string) => Promise<Result<T>>): Promise<Result<T | null>> {
  const host = bridge();
  if (host.kind === 'electron') {
    const target = await host.host('host/saveDialog', { name });
    if (!target.ok) return target;
    return target.value ? run(target.value.token) : ok(null);
  }
  const target = await host.host('host/newFile', { name });
  if (!target.ok) return target;
  const written = await run(target.value.token);
  if (!written.ok) return written;
  const saved = await host.download(target.value.token, name);
  return saved.ok ? written : saved;
}

/** A book the user chose to open; null when they chose none. */
export async function pickBook(): Promise<Result<{ token: string; name: string } | null>> {
  const host = bridge();
  if (host.kind === 'electron') return host.host('host/openBookDialog', {});
  const chosen = await browserFiles('.tallybook', false);
  if (chosen.length === 0) return ok(null);
  const uploaded = await host.upload(chosen, 'book');
  return uploaded.ok ? ok(uploaded.value[0] ?? null) : uploaded;
}

/** The browser's own file dialog. Resolves to an empty list when it is closed. */
function browserFiles(accept: string, multiple: boolean): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = multiple;
    input.hidden = true;
    document.body.append(input);
    const settle = (files: File[]) => {
      input.remove();
      resolve(files);
    };
    input.addEventListener('change', () => settle([...(input.files ?? [])]), { once: true });
    input.addEventListener('cancel', () => settle([]), { once: true });
    input.click();
  });
}

/** A file name safe on every system: letters, digits, dot, dash, underscore and CJK stay. */
export const safeName = (text: string): string => text.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+|-+$/g, '') || 'file';
