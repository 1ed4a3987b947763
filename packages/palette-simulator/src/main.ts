import { ODDITIES } from './oddities';
import { DEMO_SIZE, type OrganisationSize } from './seed/createOrganisation';
import { DEMO_PASSWORD } from './seed/users';
import { startPaletteSimulator } from './startPaletteSimulator';

const DEFAULT_PORT = 7020;

const write = (line: string) => process.stdout.write(`${line}\n`);

function readNumber(name: string, fallback: number, max: number): number {
  const value = Number(process.env[name] ?? fallback);
  if (!Number.isInteger(value) || value < 0 || value > max) {
    throw new Error(
      `${name} must be a whole number up to ${max}, not '${process.env[name]}'.`,
    );
  }
  return value;
}

const readPort = () => readNumber('PORT', DEFAULT_PORT, 65535);

function readSize(): OrganisationSize {
  return {
    projects: readNumber('PALETTE_PROJECTS', DEMO_SIZE.projects, 1000),
    clusters: readNumber('PALETTE_CLUSTERS', DEMO_SIZE.clusters, 20000),
    extraUsers: readNumber('PALETTE_EXTRA_USERS', DEMO_SIZE.extraUsers, 1000),
  };
}

function readFlag(name: string): boolean {
  const value = process.env[name] ?? 'false';
  if (value !== 'true' && value !== 'false') {
    throw new Error(`${name} must be true or false, not '${value}'.`);
  }
  return value === 'true';
}

function explain(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'EADDRINUSE'
    ? `Port ${readPort()} is in use; stop what listens there, or set PORT to another one.`
    : message;
}

async function main(): Promise<void> {
  const simulator = await startPaletteSimulator({
    port: readPort(),
    kubernetesPort: readNumber('KUBERNETES_PORT', 0, 65535),
    size: readSize(),
    settings: readFlag('PALETTE_ODDITIES') ? ODDITIES : {},
    print: write,
  });
  write(`Palette simulator at ${simulator.url}`);
  write(`Kubernetes APIs of its clusters at ${simulator.kubernetesUrl}`);
  write(`Issuer ${simulator.issuer}, password of every user ${DEMO_PASSWORD}`);
  const stop = () => {
    simulator.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch(error => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});
