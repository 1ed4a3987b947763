import { setTimeout as delay } from 'node:timers/promises';
import type { Choices } from './Choices';
import type { Findings } from './Findings';
import type { World } from './World';

const MANY = 1_000_000;
/** Less than what the framework's own tokens and ours bear. */
const MAX_CLOCK_STEP_MS = 20_000;

type Disturb = (world: World, choices: Choices) => Promise<void>;

function seconds(choices: Choices, most: number): Promise<void> {
  return delay(choices.int(1_000, most * 1_000));
}

/** What goes wrong, each by its name. */
const DISTURBANCES: Record<string, Disturb> = {
  'Palette answers 503': async ({ palette }, choices) => {
    palette.control.fail({ status: 503, count: MANY });
    await seconds(choices, 6);
    palette.control.clearFaults();
  },
  'Palette is slow': async ({ palette }, choices) => {
    palette.control.delay({ ms: choices.int(500, 3_000), count: MANY });
    await seconds(choices, 8);
    palette.control.clearFaults();
  },
  'Palette never answers': async ({ palette }, choices) => {
    palette.control.hang({ count: MANY });
    await seconds(choices, 8);
    palette.control.clearFaults();
  },
  'Palette resets connections': async ({ palette }, choices) => {
    palette.control.drop({ count: MANY });
    await seconds(choices, 5);
    palette.control.clearFaults();
  },
  'Palette rotates its keys': async ({ palette }) => {
    await palette.control.rotateKeys();
  },
  'the database is restarted': async ({ databaseProxy }, choices) => {
    await databaseProxy.become('down');
    await seconds(choices, 5);
    await databaseProxy.become('up');
  },
  'the database never answers': async ({ databaseProxy }, choices) => {
    await databaseProxy.become('silent');
    await seconds(choices, 5);
    await databaseProxy.become('up');
  },
  'a replica is killed': async (world, choices) => {
    const replica = choices.of(world.replicas);
    await replica.kill();
    await seconds(choices, 2);
    await replica.restart();
    await world.balancer.untilAllReady();
  },
  'all replicas are killed': async ({ replicas, balancer }) => {
    await Promise.all(replicas.map(replica => replica.kill()));
    await Promise.all(replicas.map(replica => replica.restart()));
    await balancer.untilAllReady();
  },
  'a clock steps': async (world, choices) => {
    const replica = choices.of(world.replicas);
    await world.stepClock(
      replica,
      choices.int(-MAX_CLOCK_STEP_MS, MAX_CLOCK_STEP_MS),
    );
  },
};

/** What nobody may notice: no failure is excused. */
const UNNOTICED: Record<string, Disturb> = {
  'a rolling restart': async ({ replicas, balancer }) => {
    for (const replica of replicas) {
      await replica.terminate();
      await replica.restart();
      await balancer.untilAllReady();
    }
  },
};

const MIN_PAUSE_S = 3;
const MAX_PAUSE_S = 12;

/** Disturbs at random, one thing at a time, until told to stop. */
export async function disturb(
  world: World,
  choices: Choices,
  findings: Findings,
  isOver: () => boolean,
): Promise<void> {
  const names = [...Object.keys(DISTURBANCES), ...Object.keys(UNNOTICED)];
  while (!isOver()) {
    await delay(choices.int(MIN_PAUSE_S * 1_000, MAX_PAUSE_S * 1_000));
    const name = choices.of(names);
    if (name in UNNOTICED) {
      findings.count(`disturbance: ${name}`);
      await UNNOTICED[name](world, choices);
    } else {
      await findings.during(name, () => DISTURBANCES[name](world, choices));
    }
  }
}
