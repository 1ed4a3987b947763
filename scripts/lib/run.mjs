import { spawn } from 'node:child_process';

import { ROOT } from './paths.mjs';

/**
 * Runs a command in the repository's root with this process's output and
 * resolves to its exit code; a signal counts as failure.
 */
export function run(command, args = [], options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      ...options,
      env: { ...process.env, ...options.env },
    });
    child.once('error', reject);
    child.once('close', code => resolve(code ?? 1));
  });
}

/** Like `run`, but resolves to `{ code, stdout }` and keeps the output. */
export function runQuietly(command, args = [], options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...options,
      env: { ...process.env, ...options.env },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', chunk => {
      stdout += chunk;
    });
    child.stderr.on('data', chunk => {
      stderr += chunk;
    });
    child.once('error', reject);
    child.once('close', code => resolve({ code: code ?? 1, stdout, stderr }));
  });
}
