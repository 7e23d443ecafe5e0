import { getLanguageService, type JSONDocument } from 'vscode-json-languageservice';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Candidate } from './candidate';
import { stateSchema } from './schema';
import { openInServer, updateInServer } from './server-document';

interface State {
  readonly document: TextDocument;
  readonly json: JSONDocument;
  readonly faults: readonly number[];
}

/** VS Code's own JSON service, with the mapping as a schema. */
export function jsonLanguageService(): Candidate<State> {
  const service = getLanguageService({});
  service.configure({
    schemas: [{ uri: 'bench:states', fileMatch: ['*.json'], schema: stateSchema() }],
  });
  const validate = async (document: TextDocument): Promise<State> => {
    const json = service.parseJSONDocument(document);
    const diagnostics = await service.doValidation(document, json);
    const faults = diagnostics.map(({ range }) => document.offsetAt(range.start));
    return { document, json, faults };
  };
  return {
    name: 'vscode-json-languageservice',
    role: 'peer',
    syntax: 'json',
    open: (document) => validate(openInServer(document, 'json')),
    faults: ({ faults }) => faults,
    afterKeyPress: ({ document }, press) => validate(updateInServer(document, press)),
    hover: ({ document, json }, offset) =>
      service.doHover(document, document.positionAt(offset), json),
    complete: ({ document, json }, offset) =>
      service.doComplete(document, document.positionAt(offset), json),
  };
}
