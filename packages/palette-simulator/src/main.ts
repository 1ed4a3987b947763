import { DEMO_PASSWORD } from './seed/users';
import { startPaletteSimulator } from './startPaletteSimulator';

const DEFAULT_PORT = 7020;

const write = (line: string) => process.stdout.write(`${line}\n`);

function readPort(): number {
  const port = Number(process.env.PORT ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`PORT must be a port number, not '${process.env.PORT}'.`);
  }
  return port;
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
    print: write,
  });
  write(`Palette simulator at ${simulator.url}`);
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
