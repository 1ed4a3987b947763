import { setTimeout as delay } from 'node:timers/promises';
import { Choices } from './Choices';
import { disturb } from './disturbances';
import { Findings } from './Findings';
import { readOptions } from './options';
import { SoakBrowser } from './SoakBrowser';
import { watchLogs } from './watchLogs';
import { World } from './World';

/*
 * Lets users sign in, read, refresh and sign out over two replicas while Palette, the
 * database, the replicas and their clocks are disturbed at random, and fails when an answer
 * is another user's, a request hangs, a session is lost or lives on, memory grows, or a log
 * line has a secret. Run it with `yarn soak`.
 */

const MINUTE_MS = 60_000;
/** The last part, in which nothing is disturbed and memory is read. */
const QUIET_SHARE = 0.25;
const MAX_GROWTH = 1.15;
/** Streams of choices: 0 disturbs, 1 balances. */
const FIRST_BROWSER_STREAM = 2;

async function main(): Promise<number> {
  const { minutes, browsers: count, seed } = readOptions(process.argv.slice(2));
  process.stdout.write(
    `--seed ${seed} --minutes ${minutes} --browsers ${count}\n`,
  );
  const world = await World.start(seed, count);
  const findings = new Findings();
  const until = Date.now() + minutes * MINUTE_MS;
  const quietAt = until - minutes * MINUTE_MS * QUIET_SHARE;
  const isOver = () => Date.now() >= until;
  try {
    const lives = Array.from({ length: count }, (_, index) =>
      new SoakBrowser({
        // Two browsers for each user.
        email: emailOf(Math.floor(index / 2)),
        world,
        choices: new Choices(seed, FIRST_BROWSER_STREAM + index),
        findings,
      }).live(isOver),
    );
    const watching = watchLogs(world, findings, isOver);
    await disturb(
      world,
      new Choices(seed, 0),
      findings,
      () => Date.now() >= quietAt,
    );
    await checkMemory(world, findings, until);
    await Promise.all([...lives, watching]);
  } finally {
    await world.stop();
  }
  return findings.print() === 0 ? 0 : 1;
}

function emailOf(user: number): string {
  return `user-${String(user + 1).padStart(3, '0')}@acme.example`;
}

/** Compares the heaps at the quiet part's third and at its end. */
async function checkMemory(
  world: World,
  findings: Findings,
  until: number,
): Promise<void> {
  await delay((until - Date.now()) / 3);
  const before = await world.readMemory();
  await delay(Math.max(until - Date.now(), 0));
  const after = await world.readMemory();
  after.forEach((bytes, index) => {
    process.stdout.write(
      `heap of replica ${index + 1}: ${inMiB(before[index])} MiB, then ${inMiB(bytes)} MiB\n`,
    );
    if (bytes > before[index] * MAX_GROWTH) {
      findings.fault(`The heap of replica ${index + 1} grew`);
    }
  });
}

function inMiB(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1);
}

main().then(
  code => process.exit(code),
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
