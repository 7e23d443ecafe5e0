/** A record as a test states it: key as written, and a state, null, or source text that is put in as it is. */
export type Pairs = readonly (readonly [key: string, value: string | null | { raw: string }])[];

/** A way to write a record. */
export interface Syntax {
  readonly name: string;
  readonly languageId: string;
  write(pairs: Pairs): string;
}

const quoted = (text: string, quote: string) => `${quote}${text}${quote}`;

function value(syntaxNull: string, quote: string) {
  return (state: string | null | { raw: string }) => {
    if (state === null) return syntaxNull;
    return typeof state === 'string' ? quoted(state, quote) : state.raw;
  };
}

function brace(pairs: Pairs, quoteKey: string, write: ReturnType<typeof value>, end = ''): string {
  const members = pairs.map(([key, state]) => `${quoted(key, quoteKey)}: ${write(state)}`);
  return `{ ${members.join(', ')}${end} }`;
}

function yamlBlock(write: ReturnType<typeof value>, quoteKey = '', newline = '\n') {
  return (pairs: Pairs) =>
    pairs.map(([key, state]) => `${quoted(key, quoteKey)}: ${write(state)}${newline}`).join('');
}

/** Every syntax and quoting that is served, so that one logical case can be held against all. */
export const SYNTAXES: readonly Syntax[] = [
  { name: 'JSON', languageId: 'json', write: (pairs) => brace(pairs, '"', value('null', '"')) },
  {
    name: 'JSON with comments',
    languageId: 'jsonc',
    write: (pairs) => `// a server\n{ "server": ${brace(pairs, '"', value('null', '"'), ', ')} }`,
  },
  {
    name: 'JSON Lines',
    languageId: 'jsonl',
    write: (pairs) => `{"n": 1}\n${brace(pairs, '"', value('null', '"'))}\n{"n": 2}\n`,
  },
  { name: 'YAML block, plain', languageId: 'yaml', write: yamlBlock(value('null', '')) },
  { name: 'YAML block, tilde', languageId: 'yaml', write: yamlBlock(value('~', '')) },
  { name: 'YAML block, empty null', languageId: 'yaml', write: yamlBlock(value('', "'"), "'") },
  {
    name: 'YAML block, CRLF',
    languageId: 'yaml',
    write: yamlBlock(value('null', '"'), '"', '\r\n'),
  },
  {
    name: 'YAML flow in a sequence',
    languageId: 'yaml',
    write: (pairs) => `servers:\n  - name: a\n  - ${brace(pairs, '', value('null', '"'))}\n`,
  },
  {
    name: 'TypeScript literal',
    languageId: 'typescript',
    write: (pairs) => `const server = ${brace(pairs, "'", value('null', "'"))};\n`,
  },
  {
    name: 'TypeScript literal, undefined and templates',
    languageId: 'typescript',
    write: (pairs) => `use(${brace(pairs, '"', value('undefined', '`'), ',')} as const);\n`,
  },
  {
    name: 'TypeScript type',
    languageId: 'typescript',
    write: (pairs) => `type Broken = ${brace(pairs, "'", value('null', "'"))};\n`,
  },
  {
    name: 'TSX',
    languageId: 'typescriptreact',
    write: (pairs) => `const view = <Server of={${brace(pairs, "'", value('null', '"'))}} />;\n`,
  },
  {
    name: 'Vue',
    languageId: 'vue',
    write: (pairs) =>
      `<template>\n  <b v-if="ok">{{ ok }}</b>\n</template>\n<script setup lang="ts">\n` +
      `const server = ${brace(pairs, "'", value('null', "'"))};\n</script>\n`,
  },
  {
    name: 'JavaScript',
    languageId: 'javascript',
    write: (pairs) => `module.exports = [${brace(pairs, "'", value('null', "'"))}]\n`,
  },
];
