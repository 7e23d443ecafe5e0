import { jsonReader } from '../readers/json';
import { readerFor } from '../readers/registry';
import { typescriptReader } from '../readers/typescript';
import { yamlReader } from '../readers/yaml';
import { LiveFull } from './full';
import { LiveJson } from './json';
import type { LiveSyntax } from './syntax';
import { LiveTypeScript } from './typescript';
import { LiveYaml } from './yaml';

/** What keeps up with documents of a language; undefined where no reader serves it. */
export function liveSyntaxFor(languageId: string): LiveSyntax | undefined {
  const reader = readerFor(languageId);
  if (reader === jsonReader) return new LiveJson(languageId);
  if (reader === yamlReader) return new LiveYaml();
  if (reader === typescriptReader) return new LiveTypeScript(languageId);
  return reader && new LiveFull(reader, languageId);
}
