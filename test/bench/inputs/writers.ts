import type { Data } from './servers';

/** Writes a value as YAML block style, as tools do: quotes only where they are needed. */
export function writeYaml(data: Data, indent: string): string {
  if (Array.isArray(data)) {
    if (data.length === 0) return ' []\n';
    const items = data.map((item: Data) => {
      const written = writeYaml(item, `${indent}  `);
      return `${indent}- ${written.trimStart()}`;
    });
    return `\n${items.join('')}`;
  }
  if (data !== null && typeof data === 'object') {
    const entries = Object.entries(data);
    if (entries.length === 0) return ' {}\n';
    const lines = entries.map(([key, value]) => {
      const name = /^[A-Za-z_]/.test(key) ? key : JSON.stringify(key);
      return `${indent}${name}:${writeYaml(value, `${indent}  `)}`;
    });
    return `\n${lines.join('')}`;
  }
  return ` ${yamlScalar(data as string | number | boolean | null)}\n`;
}

function yamlScalar(value: string | number | boolean | null): string {
  if (typeof value !== 'string') return String(value);
  const isPlain = /^[A-Za-z/][\w./=@-]*(?: [\w./=@-]+)*$/.test(value);
  const isWord = /^(?:true|false|null|yes|no|on|off|y|n)$/i.test(value);
  return isPlain && !isWord ? value : JSON.stringify(value);
}

/** Writes a value as a TypeScript literal, formatted as Prettier would. */
export function writeTypeScript(data: Data, indent: string): string {
  if (typeof data === 'string') return `'${data.replaceAll("'", "\\'")}'`;
  if (data === null || typeof data !== 'object') return String(data);
  const inner = `${indent}  `;
  const isArray = Array.isArray(data);
  const parts = isArray
    ? data.map((item: Data) => writeTypeScript(item, inner))
    : Object.entries(data).map(([key, value]) => {
        const name = /^[A-Za-z_]\w*$/.test(key) ? key : `'${key}'`;
        return `${name}: ${writeTypeScript(value, inner)}`;
      });
  const [open, close] = isArray ? '[]' : '{}';
  if (parts.length === 0) return `${open}${close}`;
  return `${open}\n${parts.map((part) => `${inner}${part},\n`).join('')}${indent}${close}`;
}
