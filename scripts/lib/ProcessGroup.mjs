import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const STOP_GRACE_MS = 8_000;
const STOP_POLL_MS = 50;

/**
 * Long-running processes that live and die together. Each runs in a process
 * group of its own, so that stopping it also stops what it started.
 *
 * Emits `line` (name, text) for each line of output, and `exit` (name, code)
 * when one ends without having been asked to.
 */
export class ProcessGroup extends EventEmitter {
  #children = new Map();
  #stopping;

  start({ name, command, args, cwd, env }) {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    this.#children.set(name, child);
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', text =>
        this.emit('line', name, text),
      );
    }
    child.once('error', error => this.emit('line', name, error.message));
    child.once('close', code => {
      if (!this.#stopping) {
        this.emit('exit', name, code ?? 1);
      }
    });
  }

  /** Stops all of them, first politely; resolves when none is left. */
  stop() {
    this.#stopping ??= Promise.all(
      [...this.#children.values()].map(child => stopGroup(child.pid)),
    );
    return this.#stopping;
  }

  /** Kills what is left, at once. */
  kill() {
    for (const child of this.#children.values()) {
      signalGroup(child.pid, 'SIGKILL');
    }
  }
}

async function stopGroup(pid) {
  signalGroup(pid, 'SIGTERM');
  const deadline = Date.now() + STOP_GRACE_MS;
  while (signalGroup(pid, 0)) {
    if (Date.now() > deadline) {
      signalGroup(pid, 'SIGKILL');
      return;
    }
    await sleep(STOP_POLL_MS);
  }
}

/** Whether there was a process left in the group to take the signal. */
function signalGroup(pid, signal) {
  if (pid === undefined) {
    return false;
  }
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false;
  }
}
