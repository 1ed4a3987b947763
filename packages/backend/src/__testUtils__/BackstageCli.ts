import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const PROGRAM = resolve(
  dirname(require.resolve('@backstage/cli/package.json')),
  'bin/backstage-cli',
);
const INSTANCE = 'test';
const HOUR_MS = 3_600_000;

/** What a run of the program wrote, and whether it went well. */
export interface CliRun {
  ok: boolean;
  stdout: string;
  stderr: string;
}

/** `backstage-cli` as somebody who has signed in with it, in a home of its own. */
export class BackstageCli {
  /** What `backstage-cli auth login` and `actions sources add` would have written. */
  static async create(options: {
    baseUrl: string;
    backstageToken: string;
    pluginSources: string[];
  }): Promise<BackstageCli> {
    const home = await mkdtemp(join(tmpdir(), 'backstage-cli-'));
    const write = async (path: string, text: string) => {
      const file = join(home, 'backstage-cli', path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text, { mode: 0o600 });
    };
    const { baseUrl, backstageToken, pluginSources } = options;
    const instance = {
      name: INSTANCE,
      baseUrl,
      clientId: `${baseUrl}/api/auth/.well-known/oauth-client/cli.json`,
      issuedAt: Date.now(),
      accessTokenExpiresAt: Date.now() + HOUR_MS,
      selected: true,
      metadata: { pluginSources },
    };
    // JSON is YAML.
    await write(
      'auth-instances.yaml',
      JSON.stringify({ instances: [instance] }),
    );
    const service = encodeURIComponent(
      `backstage-cli:auth-instance:${INSTANCE}`,
    );
    await write(`auth-secrets/${service}/accessToken.secret`, backstageToken);
    return new BackstageCli(home);
  }

  readonly #home: string;

  private constructor(home: string) {
    this.#home = home;
  }

  async run(...args: string[]): Promise<CliRun> {
    try {
      const { stdout, stderr } = await promisify(execFile)(
        process.execPath,
        [PROGRAM, ...args],
        {
          env: {
            ...process.env,
            XDG_CONFIG_HOME: this.#home,
            XDG_DATA_HOME: this.#home,
            NODE_ENV: 'production',
            FORCE_COLOR: '0',
          },
        },
      );
      return { ok: true, stdout, stderr };
    } catch (error) {
      const { stdout, stderr } = error as { stdout: string; stderr: string };
      return { ok: false, stdout, stderr };
    }
  }

  /** Forgets the token. */
  async remove(): Promise<void> {
    await rm(this.#home, { recursive: true, force: true });
  }
}
