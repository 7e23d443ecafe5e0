#!/usr/bin/env node
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { packageVersion } from '../node/version';
import { startServer } from './server';

// Editors start it with or without `--stdio`; there is no other way to speak with it.
if (process.argv.includes('--version')) console.log(packageVersion());
else startServer(createConnection(ProposedFeatures.all, process.stdin, process.stdout));
