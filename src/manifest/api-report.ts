import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** A part of the project that other programs are written against. */
interface Entry {
  readonly title: string;
  readonly summary: string;
  /** The module whose exports are listed, below the root. */
  readonly file: string;
}

/** The API reports, each in a file of its own: what has to stay as it is, or be named in the changelog. */
const ENTRIES: Readonly<Record<string, Entry>> = {
  'api/language.md': {
    title: 'API of the language floor',
    summary: 'What the faces of this project call; it is not published.',
    file: 'src/language/index.ts',
  },
  'api/extension.md': {
    title: 'API of the extension',
    summary:
      '`extensions.getExtension("ecs-states.ecs-states").activate()` resolves to `EcsStatesApi`.',
    file: 'src/extension/api.ts',
  },
};

/**
 * Reports of what other programs are written against, so that a change of it is seen in review.
 * @param root the project's folder
 * @returns contents by path below the root
 */
export function apiReports(root: string): ReadonlyMap<string, string> {
  const reports = Object.entries(ENTRIES).map(([report, { title, summary, file }]) => {
    const declarations = exportsOf(path.join(root, file), root);
    const list = `\`\`\`ts\n${declarations.join('\n\n')}\n\`\`\``;
    return [report, page(title, summary, list)] as const;
  });
  return new Map([...reports, ['api/package.md', packageReport(root)]]);
}

/** The programs of the npm package; their options are those of `test/cli/help.en.txt`. */
function packageReport(root: string): string {
  const { bin, engines } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const programs = Object.entries(bin).map(([name, file]) => `| \`${name}\` | \`${file}\` |`);
  const systems = Object.entries(engines).map(([name, range]) => `| \`${name}\` | \`${range}\` |`);
  const table = ['| program | file |', '|---|---|', ...programs].join('\n');
  const needs = ['| needs | version |', '|---|---|', ...systems].join('\n');
  const summary = 'There is no module to import: the package consists of programs.';
  return page('API of the npm package', summary, `${table}\n\n${needs}`);
}

function page(title: string, summary: string, content: string): string {
  const note =
    'Written by `npm run generate`. A change here is one of a contract: name it in the changelog.';
  return `${[`# ${title}`, summary, note, content].join('\n\n')}\n`;
}

/** The declarations that a module exports, by name, without comments. */
function exportsOf(file: string, root: string): string[] {
  const config = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const program = ts.createProgram([file], {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    removeComments: true,
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new Error(`${file} exports nothing`);
  const declared = new DeclarationFiles(program);
  return checker
    .getExportsOfModule(module)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((symbol) => {
      const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
      const original = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
      const files = new Set(original.declarations?.map((each) => each.getSourceFile()));
      return [...files].flatMap((each) => declared.of(each, original.name));
    });
}

/** The declarations that the compiler writes for the sources of a program. */
class DeclarationFiles {
  readonly #files = new Map<ts.SourceFile, ts.SourceFile>();

  constructor(private readonly program: ts.Program) {}

  /** What a source declares under a name. */
  of(source: ts.SourceFile, name: string): string[] {
    const file = this.#fileOf(source);
    return file.statements
      .filter((statement) => namesOf(statement).includes(name))
      .map((statement) => statement.getText(file));
  }

  #fileOf(source: ts.SourceFile): ts.SourceFile {
    const known = this.#files.get(source);
    if (known) return known;
    let text = '';
    this.program.emit(source, (_name, written) => {
      text = written;
    });
    const file = ts.createSourceFile('declared.d.ts', text, ts.ScriptTarget.ESNext, true);
    this.#files.set(source, file);
    return file;
  }
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  }
  const { name } = statement as ts.DeclarationStatement;
  return name ? [name.getText()] : [];
}
