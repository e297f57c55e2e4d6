import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
  closeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../domain/result.ts';
import { appendAudit, verifyAudit } from './audit.ts';
import { backupTo, restoreTo } from './backup.ts';
import { putBlob } from './blobs.ts';
import { createBook, openBook, type Book } from './book.ts';
import { migrations, SCHEMA_VERSION } from './migrations/index.ts';
import { nextNumber } from './settings.ts';
import { verifyDb } from './verify.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tallybook-db-'));
  path = join(folder, 'a.tallybook');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) {
      expect(error.error.details?.remedy).toBeTruthy();
      return error.error.code;
    }
    throw error;
  }
  return 'not refused';
};
const entry = (subject: string, after: unknown = 1) => ({
  at: '2024-01-01T00:00:00.000Z',
  who: 'tester',
  action: 'test',
  subject,
  before: null,
  after,
});

describe('opening a book', () => {
  it('sets every pragma that durability rests on, on every open', () => {
    createBook(path).close();
    for (let i = 0; i < 2; i++) {
      const book = openBook(path);
      // A write first: better-sqlite3 would lower synchronous only then.
      book.write.transaction(() => nextNumber(book.write, 'x'));
      expect([
        book.write.pragma('journal_mode'),
        book.write.pragma('synchronous'),
        book.write.pragma('foreign_keys'),
        book.write.pragma('trusted_schema'),
      ]).toEqual(['wal', 2, 1, 0]);
      expect(book.write.pragma('user_version')).toBe(SCHEMA_VERSION);
      expect(() => book.read.all("INSERT INTO setting VALUES ('a', 'b') RETURNING name")).toThrow(/readonly/);
      book.close();
    }
  });

  it.each<[string, (p: string) => void, string]>([
    ['a file that is not there', () => {}, 'book.not-found'],
    ['a text', (p) => writeFileSync(p, 'hello, this is no database at all'), 'book.not-a-book'],
    ['an empty file', (p) => writeFileSync(p, ''), 'book.not-a-book'],
    [
      'a foreign database',
      (p) => {
        const d = new Database(p);
        d.exec('CREATE TABLE t (x)');
        d.close();
      },
      'book.not-a-book',
    ],
    [
      'a damaged header',
      (p) => {
        createBook(p).close();
        const h = openSync(p, 'r+');
        writeSync(h, Buffer.alloc(60, 7), 0, 60, 20);
        closeSync(h);
      },
      'book.not-a-book',
    ],
  ])('refuses %s', (_what, make, code) => {
    make(path);
    const before = existsSync(path) ? readFileSync(path) : null;
    expect(codeOf(() => openBook(path))).toBe(code);
    if (before) expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('refuses a folder', () => expect(codeOf(() => openBook(folder))).toBe('book.unreadable'));

  it('refuses a newer book and names its version', () => {
    createBook(path).close();
    const d = new Database(path);
    d.pragma('user_version = 9990');
    d.close();
    expect(codeOf(() => openBook(path))).toBe('book.newer');
    expect(() => openBook(path)).toThrow(/9990/);
  });

  it('refuses a second opening until the first is closed', () => {
    const first = createBook(path);
    expect(codeOf(() => openBook(path))).toBe('book.open-elsewhere');
    first.close();
    openBook(path).close();
  });

  it('refuses to overwrite', () => {
    createBook(path).close();
    expect(codeOf(() => createBook(path))).toBe('book.exists');
  });

  it.each([
    [
      'a read-only folder',
      () => {
        chmodSync(path, 0o666);
        chmodSync(folder, 0o555);
      },
      'book.folder-read-only',
    ],
    [
      'a read-only file',
      () => {
        chmodSync(folder, 0o777);
        chmodSync(path, 0o444);
      },
      'book.read-only',
    ],
  ])('refuses %s', (_what, protect, code) => {
    createBook(path).close();
    rmSync(join(folder, '.a.tallybook.lock'), { force: true });
    protect();
    // The superuser may write anywhere; the opening is tried as somebody who may not.
    const script = `import { openBook } from ${JSON.stringify(new URL('book.ts', import.meta.url).href)};
      try { openBook(${JSON.stringify(path)}); console.log('opened'); } catch (e) { console.log(e.error?.code ?? e.message); }`;
    const asNobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    // Somebody else must at least get as far as the folder.
    if (process.getuid?.() === 0) chmodSync(tmpdir(), 0o1777);
    const result = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', ...asNobody });
    chmodSync(folder, 0o755);
    expect(result.stdout.trim(), result.stderr).toBe(code);
  });

  it('notices that the file was replaced while open', () => {
    const book = createBook(path);
    copyFileSync(path, `${path}.copy`);
    rmSync(path);
    expect(book.stillThere()).toBe(false);
    copyFileSync(`${path}.copy`, path);
    expect(book.stillThere()).toBe(false);
    book.close();
  });
});

describe('migrations', () => {
  it('bring an older book up after a verified backup of it', () => {
    const d = new Database(path);
    d.pragma('application_id = 1413565529');
    const [first] = migrations;
    d.exec(first!.sql);
    d.pragma(`user_version = ${first!.version}`);
    d.close();
    const book = openBook(path);
    expect(book.write.pragma('user_version')).toBe(SCHEMA_VERSION);
    book.close();
    const backup = new Database(`${path}.before-${SCHEMA_VERSION}.backup`, { readonly: true });
    expect(backup.pragma('user_version', { simple: true })).toBe(10);
    backup.close();
  });
  it('are numbered by tens, each once', () => expect(migrations.map((m) => m.version)).toEqual(migrations.map((_, i) => (i + 1) * 10)));
});

describe('the audit chain', () => {
  it('holds, and shows the first entry that was changed', () => {
    const book = createBook(path);
    book.write.transaction(() => {
      for (let i = 0; i < 20; i++) appendAudit(book.write, entry(`s:${i}`, { amount: `${i}.10` }));
    });
    expect(verifyAudit(book.read)).toBe('ok');
    expect(() => book.write.run("UPDATE audit SET who = 'x' WHERE seq = 3")).toThrow(/append-only/);
    expect(() => book.write.run('DELETE FROM audit WHERE seq = 20')).toThrow(/append-only/);
    book.close();
    const d = new Database(path);
    d.exec('DROP TRIGGER audit_no_update');
    d.exec(`UPDATE audit SET body = replace(body, '5.10', '5.11') WHERE seq = 6`);
    d.close();
    const again = openBook(path);
    expect(verifyAudit(again.read)).toBe('audit entry 6 was changed after it was written');
    again.close();
  });

  it('shows a missing entry', () => {
    const book = createBook(path);
    book.write.transaction(() => {
      for (let i = 0; i < 5; i++) appendAudit(book.write, entry(`s:${i}`));
    });
    book.write.exec('DROP TRIGGER audit_no_delete');
    book.write.run('DELETE FROM audit WHERE seq = 3');
    expect(verifyAudit(book.read)).toBe('audit entry 3 is missing');
    book.close();
  });
});

describe('verify and backup', () => {
  let book: Book;
  beforeEach(() => {
    book = createBook(path);
    book.write.transaction(() => {
      putBlob(book.write, Buffer.from('certificate'), 'application/pdf');
      appendAudit(book.write, entry('book'));
    });
  });
  afterEach(() => book.close());

  it('copies what is still in the write-ahead log, verified, and restores it to a new file', () => {
    const target = join(folder, 'b.backup');
    const result = backupTo(book.read, target);
    expect(result).toMatchObject({ file: 'b.backup', bytes: statSync(target).size });
    expect(codeOf(() => backupTo(book.read, target))).toBe('backup.exists');
    const restored = join(folder, 'c.tallybook');
    restoreTo(target, restored);
    const copy = openBook(restored);
    expect(verifyDb(copy.read)).toEqual({ integrity: 'ok', foreignKeys: 'ok', auditChain: 'ok', totals: 'ok' });
    expect(copy.read.get('SELECT COUNT(*) AS n FROM blob')).toEqual({ n: 1 });
    copy.close();
  });

  it('refuses to restore what is not a book or does not verify, and leaves nothing behind', () => {
    const target = join(folder, 'b.backup');
    writeFileSync(target, 'no');
    expect(codeOf(() => restoreTo(target, join(folder, 'x')))).toBe('book.not-a-book');
    expect(codeOf(() => restoreTo(join(folder, 'none'), join(folder, 'x')))).toBe('backup.not-found');
    expect(existsSync(join(folder, 'x'))).toBe(false);
  });

  it('finds an attachment whose bytes were changed', () => {
    book.write.run("UPDATE blob SET data = CAST('certificatE' AS BLOB)");
    expect(verifyDb(book.read).totals).toMatch(/attachment .* was changed/);
  });
});
