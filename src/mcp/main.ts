#!/usr/bin/env node
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { packageVersion } from '../node/version';
import { createServer } from './server';

if (process.argv.includes('--version')) console.log(packageVersion());
else void createServer().connect(new StdioServerTransport());
