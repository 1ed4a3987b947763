#!/usr/bin/env node
const { runCheck } = require('../dist/checkConfig.cjs.js');

process.exitCode = runCheck(process.argv.slice(2), text =>
  process.stdout.write(text),
);
