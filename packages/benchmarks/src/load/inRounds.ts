import { medians } from './medians';

/** Something that is measured in each round. */
export interface Scenario<K extends string> {
  name: string;
  measure(): Promise<Record<K, number>>;
}

/**
 * Measures all scenarios in turn, round by round, each round beginning with
 * another, so that whatever else the machine does hits all of them alike. A first
 * round only warms up.
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
    for (let at = 0; at < scenarios.length; at++) {
      const { name, measure } = scenarios[(round + at) % scenarios.length];
      const sample = await measure();
      if (round > 0) samples.get(name)?.push(sample);
    }
  }
  return new Map(
    [...samples].map(([name, taken]) => [name, medians<K>(taken)]),
  );
}
