import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

const LOG_LENGTH = 4_000;

/** A server under test, which can be made to hang. */
export class ServerProcess {
  readonly #child: ChildProcess;
  #log = '';

  private constructor(child: ChildProcess) {
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', data => {
        this.#log = `${this.#log}${data}`.slice(-LOG_LENGTH);
      });
    }
  }

  /** Starts a server, waits until its address answers, and prepares it; stops it where that fails. */
  static async start(options: {
    command: string;
    args: string[];
    env?: NodeJS.ProcessEnv;
    address: string;
    withinMs: number;
    prepare?: () => Promise<void>;
  }): Promise<ServerProcess> {
    const { command, args, env, address, withinMs, prepare } = options;
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      // A group of its own, since a script may start the server.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const server = new ServerProcess(child);
    await once(child, 'spawn');
    try {
      await server.#answer(address, withinMs);
      await prepare?.();
      return server;
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  /** Keeps its connections open and answers nothing. */
  hang(): void {
    this.#signal('SIGSTOP');
  }

  goOn(): void {
    this.#signal('SIGCONT');
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode === null) {
      this.goOn();
      const ended = once(this.#child, 'exit');
      this.#signal('SIGKILL');
      await ended;
    }
  }

  async #answer(address: string, withinMs: number): Promise<void> {
    for (const until = Date.now() + withinMs; Date.now() < until;) {
      if (this.#child.exitCode !== null) {
        break;
      }
      const answer = await fetch(address).catch(() => null);
      if (answer?.ok) {
        return;
      }
      await delay(200);
    }
    throw new Error(`${this.#child.spawnfile} did not start: ${this.#log}`);
  }

  #signal(signal: NodeJS.Signals): void {
    const { pid } = this.#child;
    if (pid !== undefined) {
      process.kill(-pid, signal);
    }
  }
}
