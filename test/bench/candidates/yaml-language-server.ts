import type { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService } from 'yaml-language-server';
import type { Candidate } from './candidate';
import { stateSchema } from './schema';
import { openInServer, updateInServer } from './server-document';

interface State {
  readonly document: TextDocument;
  readonly faults: readonly number[];
}

/** The service of the YAML extension, with the mapping as a schema. */
export function yamlLanguageServer(): Candidate<State> {
  const service = getLanguageService({
    schemaRequestService: () => Promise.reject(new Error('there is one schema only')),
    workspaceContext: { resolveRelativePath: (path) => path },
  });
  service.configure({
    validate: true,
    hover: true,
    completion: true,
    schemas: [{ uri: 'file:///states.json', fileMatch: ['*.yaml'], schema: stateSchema() }],
  });
  const validate = async (document: TextDocument): Promise<State> => {
    const diagnostics = await service.doValidation(document, false);
    return { document, faults: diagnostics.map(({ range }) => document.offsetAt(range.start)) };
  };
  return {
    name: 'yaml-language-server',
    role: 'peer',
    syntax: 'yaml',
    open: (document) => validate(openInServer(document, 'yaml')),
    faults: ({ faults }) => faults,
    afterKeyPress: ({ document }, press) => validate(updateInServer(document, press)),
    hover: ({ document }, offset) => service.doHover(document, document.positionAt(offset)),
    complete: ({ document }, offset) =>
      service.doComplete(document, document.positionAt(offset), false),
  };
}
