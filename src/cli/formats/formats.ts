import type { Options } from '../arguments';
import type { Details } from '../report';
import type { Format, FormatContext } from './format';
import { githubFormat } from './github';
import { jsonFormat } from './json';
import { prettyFormat } from './pretty';
import { sarifFormat } from './sarif';

/** How each format is made, and what it shows of a finding that has to be computed for it. */
export const FORMATS: Readonly<
  Record<
    Options['format'],
    { readonly create: (context: FormatContext) => Format; readonly details: Details }
  >
> = {
  pretty: {
    create: prettyFormat,
    details: { fixable: true, fixes: false, fingerprint: false },
  },
  json: { create: jsonFormat, details: { fixable: true, fixes: true, fingerprint: false } },
  sarif: { create: sarifFormat, details: { fixable: false, fixes: true, fingerprint: true } },
  github: {
    create: githubFormat,
    details: { fixable: false, fixes: false, fingerprint: false },
  },
};
