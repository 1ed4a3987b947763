import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../__testUtils__/freePort';

const PROGRAMS = ['kube-apiserver', 'etcd'];
const START_TIMEOUT_MS = 60_000;

/** The folder with both programs, as envtest names it; undefined where there is none. */
export function findAssets(): string | undefined {
  const folder = process.env.KUBEBUILDER_ASSETS;
  return folder && PROGRAMS.every(name => existsSync(join(folder, name)))
    ? folder
    : undefined;
}

/** Whose ID tokens the API server takes. */
export interface Issuer {
  url: string;
  clientId: string;
  authorityPem: string;
}

/** A real API server and its etcd, as docs/kubernetes.md says to set it up. */
export class ApiServer {
  readonly url: string;
  readonly authorityPem: string;
  readonly #adminToken: string;
  readonly #processes: ChildProcess[];
  readonly #folder: string;

  private constructor(options: {
    url: string;
    authorityPem: string;
    adminToken: string;
    processes: ChildProcess[];
    folder: string;
  }) {
    this.url = options.url;
    this.authorityPem = options.authorityPem;
    this.#adminToken = options.adminToken;
    this.#processes = options.processes;
    this.#folder = options.folder;
  }

  static async start(assets: string, issuer: Issuer): Promise<ApiServer> {
    const folder = mkdtempSync(join(tmpdir(), 'api-server-'));
    const file = (name: string, text: string) => {
      writeFileSync(join(folder, name), text, { mode: 0o600 });
      return join(folder, name);
    };
    const [port, etcdPort, peerPort] = [
      await freePort(),
      await freePort(),
      await freePort(),
    ];
    const etcdUrl = `http://127.0.0.1:${etcdPort}`;
    const peerUrl = `http://127.0.0.1:${peerPort}`;
    const etcd = spawn(
      join(assets, 'etcd'),
      [
        `--data-dir=${join(folder, 'etcd')}`,
        `--listen-client-urls=${etcdUrl}`,
        `--advertise-client-urls=${etcdUrl}`,
        `--listen-peer-urls=${peerUrl}`,
        `--initial-advertise-peer-urls=${peerUrl}`,
        `--initial-cluster=default=${peerUrl}`,
      ],
      { stdio: 'ignore' },
    );
    const adminToken = randomUUID();
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const serviceAccountKey = file(
      'sa.key',
      privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
    );
    const server = spawn(
      join(assets, 'kube-apiserver'),
      [
        `--etcd-servers=${etcdUrl}`,
        '--bind-address=127.0.0.1',
        `--secure-port=${port}`,
        // Where it writes a certificate of its own, and its authority behind it.
        `--cert-dir=${folder}`,
        '--endpoint-reconciler-type=none',
        '--authorization-mode=RBAC',
        '--service-cluster-ip-range=10.0.0.0/24',
        '--service-account-issuer=https://kubernetes.default.svc',
        `--service-account-signing-key-file=${serviceAccountKey}`,
        `--service-account-key-file=${serviceAccountKey}`,
        '--disable-admission-plugins=ServiceAccount',
        `--token-auth-file=${file('tokens.csv', `${adminToken},admin,1,"system:masters"\n`)}`,
        `--authentication-config=${file('authentication.json', JSON.stringify(authenticationOf(issuer)))}`,
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let log = '';
    server.stderr?.on('data', data => {
      log = `${log}${data}`.slice(-4_000);
    });
    const certificate = join(folder, 'apiserver.crt');
    const deadline = Date.now() + START_TIMEOUT_MS;
    for (;;) {
      if (server.exitCode !== null || Date.now() > deadline) {
        server.kill('SIGKILL');
        etcd.kill('SIGKILL');
        throw new Error(`The API server did not start: ${log}`);
      }
      if (existsSync(certificate)) {
        const started = new ApiServer({
          url: `https://127.0.0.1:${port}`,
          authorityPem: readFileSync(certificate, 'utf8'),
          adminToken,
          processes: [server, etcd],
          folder,
        });
        const { status } = await started
          .admin('GET', '/readyz')
          .catch(() => ({ status: 0 }));
        if (status === 200) return started;
      }
      await new Promise(resolve => setTimeout(resolve, 300));
    }
  }

  /** A call as the cluster's administrator. */
  async admin(
    method: 'GET' | 'POST',
    path: string,
    body?: object,
  ): Promise<{ status: number; text: string }> {
    return new Promise((resolve, reject) => {
      const sent = request(
        `${this.url}${path}`,
        {
          method,
          ca: this.authorityPem,
          agent: false,
          headers: {
            authorization: `Bearer ${this.#adminToken}`,
            'content-type': 'application/json',
          },
        },
        response => {
          let text = '';
          response.on('data', data => {
            text += data;
          });
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, text }),
          );
        },
      );
      sent.on('error', reject);
      sent.end(body && JSON.stringify(body));
    });
  }

  /** Creates an object. @throws what the API server says against it */
  async create(path: string, object: object): Promise<void> {
    const { status, text } = await this.admin('POST', path, object);
    if (status !== 201) throw new Error(`${path} answered ${status}: ${text}`);
  }

  async close(): Promise<void> {
    for (const child of this.#processes) {
      if (child.exitCode === null) {
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** As docs/kubernetes.md has it, in JSON, which is YAML as well. */
function authenticationOf({ url, clientId, authorityPem }: Issuer) {
  return {
    apiVersion: 'apiserver.config.k8s.io/v1',
    kind: 'AuthenticationConfiguration',
    jwt: [
      {
        issuer: {
          url,
          audiences: [clientId],
          certificateAuthority: authorityPem,
        },
        claimMappings: {
          username: { expression: 'claims.email' },
          groups: { claim: 'groups', prefix: 'palette:' },
        },
        claimValidationRules: [
          {
            expression: 'claims.?email_verified.orValue(true) == true',
            message: 'the e-mail address is not verified',
          },
        ],
        userValidationRules: [
          {
            expression: "!user.username.startsWith('system:')",
            message: 'names of the system are not for users',
          },
        ],
      },
    ],
  };
}
