import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { readXml } from '../../services/einvoice/xml-tree.ts';
import { readUbl } from '../../domain/einvoice/ubl/read.ts';

const FOLDER = new URL('../fixtures/einvoice/', import.meta.url);
const read = (name: string): Buffer => readFileSync(fileURLToPath(new URL(name, FOLDER)));

/** The files of a pack by their path. */
export const pack = (name: string): Record<string, string> =>
  JSON.parse(gunzipSync(read(`${name}.json.gz`)).toString('utf8')) as Record<string, string>;
export const expected = <T>(name: string): Record<string, T> =>
  JSON.parse(read(`${name}.expected.json`).toString('utf8')) as Record<string, T>;

export const xmlOf = (text: string) => readXml(new TextEncoder().encode(text));
export const ublOf = (text: string) => readUbl(xmlOf(text));
