import { setTimeout as delay } from 'node:timers/promises';
import type { Findings } from './Findings';
import type { World } from './World';

const EVERY_MS = 2_000;
const MESSAGE_LENGTH = 90;

/** Looks for secrets in what the replicas log, and counts warnings and errors. */
export async function watchLogs(
  world: World,
  findings: Findings,
  isOver: () => boolean,
): Promise<void> {
  while (!isOver()) {
    await delay(EVERY_MS);
    const lines = await world.takeLogs();
    world.secrets
      .findIn(lines)
      .forEach(leak => findings.fault(`A log line has a secret: ${leak}`));
    lines.forEach(line => {
      const { level, plugin, message } = JSON.parse(line) as Record<
        string,
        string | undefined
      >;
      findings.count(`log lines at ${level}`);
      if (level === 'error' || level === 'warn') {
        findings.count(
          `${level} of ${plugin ?? 'the root'}: ${shorten(message)}`,
        );
      }
    });
  }
}

/** Without what differs from line to line. */
function shorten(message = ''): string {
  return message.replace(/\d+|\b[\w-]{30,}/g, '…').slice(0, MESSAGE_LENGTH);
}
