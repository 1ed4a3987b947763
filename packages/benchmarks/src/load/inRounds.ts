import { medians } from './medians';

/** Something that is measured in each round. */
export interface Scenario<K extends string> {
  name: string;
  measure(): Promise<Record<K, number>>;
}

/** In an order of chance. */
function shuffled<T>(items: T[]): T[] {
  return items
    .map(item => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/**
 * Measures all scenarios in turn, round by round, each round in another order, so
 * that whatever else the machine does hits all of them alike, and what one leaves
 * behind, as garbage to be collected, falls on another each time. A first round only
 * warms up.
 *
 * @returns the medians over the rounds, by the scenarios' names
 */
export async function inRounds<K extends string>(
  scenarios: Array<Scenario<K>>,
  rounds: number,
): Promise<Map<string, Record<K, number>>> {
  const samples = new Map<string, Array<Record<K, number>>>(
    scenarios.map(({ name }) => [name, []]),
  );
  for (let round = 0; round <= rounds; round++) {
    for (const { name, measure } of shuffled(scenarios)) {
      const sample = await measure();
      if (round > 0) samples.get(name)?.push(sample);
    }
  }
  return new Map(
    [...samples].map(([name, taken]) => [name, medians<K>(taken)]),
  );
}
