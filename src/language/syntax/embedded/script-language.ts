import type { MarkupTag } from './markup';

/** Values of `lang`, and the language identifiers that they mean. */
const LANGUAGES: Readonly<Record<string, string>> = {
  ts: 'typescript',
  typescript: 'typescript',
  tsx: 'typescriptreact',
  js: 'javascript',
  javascript: 'javascript',
  jsx: 'javascriptreact',
};
/** Languages from the one with the least syntax on: the one with the most reads all scripts of a file. */
const ORDER = ['javascript', 'javascriptreact', 'typescript', 'typescriptreact'];
/** Types of scripts that are programs. */
const PROGRAM = /^(?:module|(?:text|application)\/(?:java|ecma|type)script)$/i;

/** Whether an element is a script that is read. */
export function isScript(element: MarkupTag): boolean {
  return languageOf(element) !== undefined;
}

/** The language of a component's scripts, of which its template has expressions. */
export class ScriptLanguage {
  id = 'javascript';

  /** Takes a script into account. */
  note(element: MarkupTag): void {
    const language = languageOf(element) ?? this.id;
    if (ORDER.indexOf(language) > ORDER.indexOf(this.id)) this.id = language;
  }
}

function languageOf({ name, attributes }: MarkupTag): string | undefined {
  if (name.toLowerCase() !== 'script') return undefined;
  const lang = attributes.find((attribute) => attribute.name === 'lang');
  const type = attributes.find((attribute) => attribute.name === 'type');
  if (lang) return lang.text === undefined ? 'javascript' : LANGUAGES[lang.text];
  return type?.text === undefined || PROGRAM.test(type.text) ? 'javascript' : undefined;
}
