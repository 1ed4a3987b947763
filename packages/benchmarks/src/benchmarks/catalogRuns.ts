import type { Benchmark } from '../Benchmark';
import { measureMemory } from './catalog/measureMemory';
import { measureRuns } from './catalog/measureRuns';

/** What filling the catalog costs Palette, the database and the memory. */
export const catalogRuns: Benchmark = {
  name: 'catalog',
  async run(context) {
    return {
      name: 'catalog',
      title: 'Filling the catalog',
      tables: [await measureRuns(context), await measureMemory(context)],
    };
  },
};
