import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import { refuse } from '../../domain/result.ts';

export type FileMode = 'read' | 'write' | 'folder';
/** A table inside the file (of an archive or workbook), where the token stands for that alone. */
export interface FileMember {
  index: number;
  sheet: number | null;
  label: string;
}

interface Grant {
  path: string;
  name: string;
  mode: FileMode;
  member: FileMember | null;
}

/**
 * The only way a path enters the application: a host grants a token after a dialog, a drop or an argument, and a
 * service resolves it. The renderer holds tokens and names, never paths.
 */
export class FileRegistry {
  readonly #grants = new Map<string, Grant>();

  /** A fresh token for the path. `name` is what the user is shown; the base name unless given. */
  grant(path: string, mode: FileMode, name: string = basename(path), member: FileMember | null = null): string {
    const token = randomBytes(18).toString('base64url');
    this.#grants.set(token, { path, name, mode, member });
    return token;
  }

  /** The granted file; a token of the wrong mode or session is refused. */
  resolve(token: string, mode: FileMode): { path: string; name: string; member: FileMember | null } {
    const grant = this.#grants.get(token);
    if (!grant || grant.mode !== mode)
      refuse('file.not-granted', 'This file was not chosen in this session.', { remedy: 'Choose the file again.' });
    return { path: grant.path, name: grant.name, member: grant.member };
  }

  revoke(token: string): void {
    this.#grants.delete(token);
  }
}
