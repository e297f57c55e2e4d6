import { closeSync, openSync, readSync } from 'node:fs';

/** Reads a CSV into a DuckDB file with exact decimals: `node duckdb-peer.ts FILE.csv FILE.duckdb COLUMN…` (the columns of amounts). */
interface DuckDb {
  DuckDBInstance: {
    create(path: string): Promise<{ connect(): Promise<{ run(sql: string): Promise<unknown>; closeSync(): void }>; closeSync(): void }>;
  };
}

const [csv, target, ...amounts] = process.argv.slice(2) as [string, string, ...string[]];
// Not a dependency: a peer to measure against, where somebody has put it beside the project.
const { DuckDBInstance } = (await import(['@duckdb', 'node-api'].join('/'))) as DuckDb;
const instance = await DuckDBInstance.create(target);
const connection = await instance.connect();
const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
const head = Buffer.alloc(65536);
const file = openSync(csv, 'r');
const header = head
  .toString('utf8', 0, readSync(file, head))
  .split('\n')[0]!
  .replace(/^\uFEFF/, '')
  .trim()
  .split(',');
closeSync(file);
const columns = header.map((name) => `${text(name)}: '${amounts.includes(name) ? 'DECIMAL(28,10)' : 'VARCHAR'}'`);
await connection.run(
  `CREATE TABLE bill AS SELECT * FROM read_csv(${text(csv)}, header = true, nullstr = ['', '-', '--'], columns = {${columns.join(', ')}})`,
);
await connection.run('CHECKPOINT');
connection.closeSync();
instance.closeSync();
