import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { JsonObject } from '@backstage/types';
import { freePort } from '../../__testUtils__/freePort';
import { SecretWatch } from '../../__testUtils__/SecretWatch';

const MAIN = require.resolve('./replicaMain');
const TRANSFORM = require.resolve('@backstage/cli/config/nodeTransform.cjs');

/** What a replica is started with. */
export interface ReplicaOptions {
  paletteUrl: string;
  database: JsonObject;
  config?: JsonObject;
  port?: number;
  without?: Array<'auth' | 'spectrocloud'>;
  /** What is there beside: the Kubernetes plugin with Palette's clusters. */
  with?: 'kubernetes'[];
  /** `test` when left out, where the framework logs no unhandled rejections. */
  nodeEnv?: 'production';
  /** Another main file, and arguments for its Node. */
  main?: string;
  execArgv?: string[];
}

/** The first message of a kind; the framework sends some of its own. */
async function answerOf<T>(
  child: ChildProcess,
  isAnswer: (message: unknown) => message is T,
): Promise<T> {
  return new Promise(done => {
    const listener = (message: unknown) => {
      if (isAnswer(message)) {
        child.off('message', listener);
        done(message);
      }
    };
    child.on('message', listener);
  });
}

function isReady(message: unknown): message is 'ready' {
  return message === 'ready';
}

function hasLogs(message: unknown): message is { logs: string[] } {
  return typeof message === 'object' && message !== null && 'logs' in message;
}

/** A sample backend in a process of its own. */
export class Replica {
  readonly baseUrl: string;
  readonly secrets = new SecretWatch();
  readonly #port: number;
  readonly #options: ReplicaOptions;
  #process?: ChildProcess;

  private constructor(options: ReplicaOptions, port: number) {
    this.#options = options;
    this.#port = port;
    this.baseUrl = `http://localhost:${port}`;
  }

  static async start(options: ReplicaOptions): Promise<Replica> {
    const replica = new Replica(options, options.port ?? (await freePort()));
    await replica.restart();
    return replica;
  }

  /** Starts it again on its port, after it was stopped or killed. */
  async restart(): Promise<void> {
    const { main = MAIN, execArgv = [] } = this.#options;
    const child = fork(main, {
      execArgv: ['--require', TRANSFORM, ...execArgv],
      env: {
        ...process.env,
        NODE_ENV: this.#options.nodeEnv ?? process.env.NODE_ENV,
        REPLICA_OPTIONS: JSON.stringify({ ...this.#options, port: this.#port }),
      },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let errors = '';
    child.stderr?.on('data', chunk => {
      errors += chunk;
    });
    this.#process = child;
    await Promise.race([
      answerOf(child, isReady),
      once(child, 'exit').then(() => {
        throw new Error(`The replica did not start: ${errors}`);
      }),
    ]);
  }

  /** Starts it if a test left it stopped. */
  async ensureRunning(): Promise<void> {
    if (!this.#isRunning()) {
      await this.restart();
    }
  }

  #isRunning(): boolean {
    const child = this.#process;
    return child?.exitCode === null && child.signalCode === null;
  }

  /** Everything that it logged. */
  async logs(): Promise<string[]> {
    const child = this.#process;
    child?.send('logs');
    return child ? (await answerOf(child, hasLogs)).logs : [];
  }

  /** Asks a main file of one's own. @returns undefined when it ends before it answers */
  async ask<T>(
    question: object,
    isAnswer: (message: unknown) => message is T,
  ): Promise<T | undefined> {
    const child = this.#process;
    if (!child?.connected) {
      return undefined;
    }
    const answered = new AbortController();
    const ended = once(child, 'exit', { signal: answered.signal });
    child.send(question, () => undefined);
    return Promise.race([
      answerOf(child, isAnswer),
      ended.then(
        () => undefined,
        () => undefined,
      ),
    ]).finally(() => answered.abort());
  }

  /** Asks it to end as an orchestrator does, whatever it is at. */
  async terminate(): Promise<void> {
    await this.#end('SIGTERM');
  }

  /** Ends it as an orchestrator does at a rolling restart. @throws when its logs gave secrets away */
  async stop(): Promise<void> {
    const child = this.#process;
    if (!child || !this.#isRunning()) {
      return;
    }
    child.send('stop');
    const [code] = await once(child, 'exit');
    if (code !== 0) {
      throw new Error(`The replica ended with ${code}`);
    }
  }

  /** Ends it as a power failure does. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#process;
    if (child && this.#isRunning()) {
      child.kill(signal);
      await once(child, 'exit');
    }
  }
}
