'use strict';

/*
 * A thread of its own for one text that somebody else wrote: whatever it does
 * to the YAML library, it stops nobody, and whoever waits can end it.
 */

const { parentPort, workerData } = require('node:worker_threads');
const { parseDocument } = require('yaml');

const { text, maxJsonLength } = workerData;

const document = parseDocument(text, {
  // Takes quadratic time.
  uniqueKeys: false,
  // As kubectl reads them.
  merge: true,
  // Excerpts of the text in errors and warnings would print tokens, and take most of the time.
  prettyErrors: false,
  logLevel: 'error',
});
// Aliases can multiply.
const json =
  document.errors.length === 0
    ? JSON.stringify(document.toJS({ maxAliasCount: 10 }))
    : undefined;

parentPort.postMessage(json?.length <= maxJsonLength ? json : undefined);
