import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync, readFileSync } from 'node:fs';

const LINES_OF_A_FAILURE = 20;

interface Answer {
  id: number;
  result?: unknown;
  error?: string;
}

/** What a process is started with. */
export interface ServerProcessOptions {
  /** Its main file; ends with `answerParent`. */
  main: string;
  args?: string[];
  execArgv: string[];
  cwd: string;
  env?: Record<string, string>;
  /** Where what it writes goes, as a container's log does. */
  logFile: string;
}

/** A server in a process of its own, which answers questions of this one. */
export class ServerProcess<TReady> {
  readonly ready: TReady;
  readonly #child: ChildProcess;
  readonly #ended: Promise<never>;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #count = 0;

  private constructor(
    child: ChildProcess,
    ready: TReady,
    ended: Promise<never>,
  ) {
    this.#child = child;
    this.#ended = ended;
    this.ready = ready;
    child.on('message', (message: Answer) => {
      this.#waiting.get(message.id)?.(message);
    });
  }

  /** Resolves once it serves. @throws with the end of its log when it ends instead. */
  static async start<TReady>(
    options: ServerProcessOptions,
  ): Promise<ServerProcess<TReady>> {
    const log = openSync(options.logFile, 'a');
    const child = fork(options.main, options.args ?? [], {
      cwd: options.cwd,
      execArgv: options.execArgv,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', log, log, 'ipc'],
    });
    const ready = new Promise<TReady>(resolve => {
      child.on('message', (message: { ready?: TReady }) => {
        if (message.ready !== undefined) resolve(message.ready);
      });
    });
    const ended = once(child, 'exit').then(() => {
      const lines = existsSync(options.logFile)
        ? readFileSync(options.logFile, 'utf8').split('\n')
        : [];
      throw new Error(
        `${options.main} ended:\n${lines.slice(-LINES_OF_A_FAILURE).join('\n')}`,
      );
    });
    // Its end is nobody's failure unless something is asked of it.
    ended.catch(() => {});
    return new ServerProcess(child, await Promise.race([ready, ended]), ended);
  }

  /** @throws what it failed with, or the end of its log when it has ended. */
  async ask<T>(command: string, argument?: unknown): Promise<T> {
    this.#count += 1;
    const id = this.#count;
    const answer = new Promise<Answer>(resolve => {
      this.#waiting.set(id, resolve);
    });
    this.#child.send({ id, command, argument });
    const { result, error } = await Promise.race([answer, this.#ended]);
    this.#waiting.delete(id);
    if (error !== undefined) throw new Error(`${command}: ${error}`);
    return result as T;
  }

  /** Ends it; it keeps nothing that would be lost. */
  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode) return;
    const exit = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await exit;
  }
}
