import type { KeyNames } from '../key-names';
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
export function liveSyntaxFor(languageId: string, keys: KeyNames): LiveSyntax | undefined {
  const reader = readerFor(languageId);
  if (reader === jsonReader) return new LiveJson(languageId, keys);
  if (reader === yamlReader) return new LiveYaml(keys);
  if (reader === typescriptReader) return new LiveTypeScript(languageId, keys);
  return reader && new LiveFull(reader, languageId, keys);
}
