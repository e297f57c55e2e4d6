import type { CertificateForm } from '../form.ts';
import { generic } from './generic.ts';
import { india } from './india.ts';
import { indonesia } from './indonesia.ts';
import { kenya } from './kenya.ts';
import { malaysia } from './malaysia.ts';
import { nigeria } from './nigeria.ts';
import { pakistan } from './pakistan.ts';
import { philippines } from './philippines.ts';
import { thailand } from './thailand.ts';

/** One file a country; a new country is a file and a line. `generic` stays the last. */
export const COUNTRY_FORMS: readonly (readonly CertificateForm[])[] = [
  thailand,
  malaysia,
  indonesia,
  philippines,
  india,
  pakistan,
  kenya,
  nigeria,
  generic,
];
