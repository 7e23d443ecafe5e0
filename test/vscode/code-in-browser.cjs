#!/usr/bin/env node
// What @vscode/test-electron starts in place of a desktop VS Code; has to be a program, so it loads the TypeScript.
require('tsx/cjs');
const { codeInBrowser } = require('./code-in-browser.ts');

codeInBrowser().then(process.exit, (error) => {
  console.error(error);
  process.exit(1);
});
