// Bundles the extension for the Node host (dist/) and the web-worker host (dist/web/), and its page (dist/webview/).
const { writeFileSync } = require('node:fs');
const esbuild = require('esbuild');
const { bundledPackages, thirdPartyNotices } = require('./third-party-notices');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** The largest modules of a bundle, for whoever wonders where the room goes. */
const LISTED_MODULES = 6;

/** Prints what VS Code's problem matcher for background tasks waits for, and the bundle's size. */
const report = {
  name: 'report',
  setup(build) {
    build.onStart(() => {
      if (watch) console.log('[watch] build started');
    });
    build.onEnd((result) => {
      for (const { text, location } of result.errors) {
        console.error(`✘ [ERROR] ${text}`);
        if (location) console.error(`    ${location.file}:${location.line}:${location.column}:`);
      }
      if (watch) console.log('[watch] build finished');
      else printSizes(result.metafile);
    });
  },
};

function printSizes(metafile) {
  for (const [file, { bytes, inputs }] of Object.entries(metafile?.outputs ?? {})) {
    if (!/\.m?js$/.test(file)) continue;
    console.log(`${file}  ${(bytes / 1000).toFixed(1)} kB${production ? ' minified' : ''}`);
    const byPackage = new Map();
    for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
      const name =
        /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ??
        input.split('/').slice(0, 2).join('/');
      byPackage.set(name, (byPackage.get(name) ?? 0) + bytesInOutput);
    }
    const largest = [...byPackage].sort((a, b) => b[1] - a[1]).slice(0, LISTED_MODULES);
    for (const [name, size] of largest)
      console.log(`  ${(size / 1000).toFixed(1).padStart(6)} kB  ${name}`);
  }
}

/** The grammars bring names of colours for their syntax, which nobody asks for here. */
const withoutHighlighting = {
  name: 'without-highlighting',
  setup(build) {
    const namespace = 'no-highlighting';
    build.onResolve({ filter: /^@lezer\/highlight$/ }, ({ path }) => ({ path, namespace }));
    build.onLoad({ filter: /./, namespace }, () => ({
      contents: `export const styleTags = () => () => null;
        export const tags = new Proxy(() => tags, { get: () => tags });`,
    }));
  },
};

/** Keeps what answers a file of its own, which is loaded when it is first needed. */
const languageApart = {
  name: 'language-apart',
  setup(build) {
    build.onResolve({ filter: /^\.\.\/language$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './language.js', external: true } : undefined,
    );
  },
};

/** A web worker has its own way to load a file. */
const languageInWorker = {
  name: 'language-in-worker',
  setup(build) {
    build.onResolve({ filter: /^\.\/load-language$/ }, ({ resolveDir }) => ({
      path: `${resolveDir}/load-language-in-worker.ts`,
    }));
  },
};

/** @type {import('esbuild').BuildOptions} */
const common = {
  entryPoints: ['src/extension/extension.ts'],
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  external: ['vscode'],
  minify: production,
  sourcemap: !production,
  metafile: true,
  legalComments: 'none',
  logLevel: 'silent',
  plugins: [withoutHighlighting, report],
};

/** Programs for Node. Some of their libraries are CommonJS, which asks for Node's own modules by `require`. */
const program = {
  ...common,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  mainFields: ['module', 'main'],
  sourcemap: false,
  outExtension: { '.js': '.mjs' },
  banner: {
    js: "import { createRequire as createRequireHere } from 'node:module'; const require = createRequireHere(import.meta.url);",
  },
};

const builds = [
  {
    ...common,
    platform: 'node',
    outfile: 'dist/extension.js',
    plugins: [languageApart, ...common.plugins],
  },
  {
    ...common,
    entryPoints: ['src/language/index.ts'],
    // Names the exports so that they are found by `import()`, too; nothing of Node is used.
    platform: 'node',
    mainFields: ['module', 'main'],
    outfile: 'dist/language.js',
  },
  {
    ...common,
    platform: 'browser',
    outfile: 'dist/web/extension.js',
    plugins: [languageInWorker, ...common.plugins],
  },
  {
    ...program,
    entryPoints: { main: 'src/cli/main.ts', worker: 'src/cli/worker.ts' },
    outdir: 'dist/cli',
  },
  {
    ...program,
    entryPoints: { main: 'src/server/main.ts' },
    outdir: 'dist/server',
  },
  {
    ...program,
    entryPoints: { main: 'src/mcp/main.ts' },
    outdir: 'dist/mcp',
  },
  // The pool starts its threads on this file, which it looks for beside itself.
  {
    ...common,
    platform: 'node',
    sourcemap: false,
    entryPoints: ['node_modules/tinypool/dist/entry/worker.js'],
    outfile: 'dist/cli/entry/worker.js',
  },
  {
    ...common,
    entryPoints: ['src/webview/state-map.ts', 'src/webview/state-map.css'],
    platform: 'browser',
    format: 'iife',
    external: [],
    outdir: 'dist/webview',
  },
];

/** Writes the notices of all bundles, and what they are made from: one metafile, which esbuild's analyzer reads. */
function writeNotices(metafiles) {
  const packages = bundledPackages(metafiles, __dirname);
  writeFileSync('ThirdPartyNotices.txt', thirdPartyNotices(packages));
  const merged = (part) => Object.assign({}, ...metafiles.map((metafile) => metafile[part]));
  const whole = { inputs: merged('inputs'), outputs: merged('outputs') };
  writeFileSync('dist/meta.json', JSON.stringify(whole));
}

async function main() {
  if (!watch) {
    const results = await Promise.all(builds.map((options) => esbuild.build(options)));
    writeNotices(results.map(({ metafile }) => metafile));
    return;
  }
  for (const options of builds) await (await esbuild.context(options)).watch();
}

main().catch((error) => {
  // The report has printed what esbuild found.
  if (!error.errors) console.error(error.message);
  process.exit(1);
});
