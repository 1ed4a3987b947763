import { Backends } from '../backend/Backends';
import type { DatabaseKind } from '../backend/databases';
import { type Benchmark, databaseKinds } from '../Benchmark';
import { inRounds, type Scenario } from '../load/inRounds';
import { runLoad } from '../load/runLoad';
import type { Table } from '../report/Section';
import { BackendUnderLoad } from './BackendUnderLoad';
import { type RequestFigures, requestTable } from './requestTable';

const CONCURRENCIES = [1, 32];
const SHORT_CONCURRENCIES = [1, 2];
const ROUNDS = 5;
const ROUND_MS = 1_200;
const SHORT_ROUND_MS = 100;
const UID_LENGTH = 24;

/** What a request costs, beside the least that it could. */
export const requests: Benchmark = {
  name: 'requests',
  run: context =>
    Backends.use(context, async backends => {
      const { palette, checkouts, profiles, short } = context;
      const kinds = databaseKinds(context);
      await palette.configure({ limits: false });
      const concurrencies = short ? SHORT_CONCURRENCIES : CONCURRENCIES;
      const durationMs = short ? SHORT_ROUND_MS : ROUND_MS;
      const token = await palette.signIn('admin-0000@acme.example');
      let count = 0;
      const scenarios: Array<Scenario<keyof RequestFigures>> =
        concurrencies.map(concurrency => ({
          name: `direct ${concurrency}`,
          measure: async () => ({
            ...(await runLoad({
              url: palette.url,
              concurrency,
              durationMs,
              next: () => {
                count += 1;
                const uid = count.toString(16).padStart(UID_LENGTH, '0');
                return {
                  path: `/v1/dashboard/spectroclusters/${uid}`,
                  headers: { authorization: token },
                };
              },
            })),
            cpuMs: 0,
          }),
        }));
      const underLoad = await Promise.all(
        kinds.flatMap(kind =>
          checkouts.map(async checkout =>
            BackendUnderLoad.prepare({
              backend: await backends.start(
                checkout,
                backends.database(kind),
                // What is held stays held, and what is not is asked for with each request.
                { listTtl: { hours: 1 } },
              ),
              label: `${kind} ${checkout.name}`,
              users: Math.max(...concurrencies),
              heldUid: palette.clusterUids[0],
              paletteToken: token,
              profiles,
            }),
          ),
        ),
      );
      for (const concurrency of concurrencies) {
        for (const backend of underLoad) {
          scenarios.push(...backend.scenarios(concurrency, durationMs));
        }
      }
      const found = await inRounds(scenarios, short ? 1 : ROUNDS);
      const tableOf = (kind: DatabaseKind, concurrency: number): Table =>
        requestTable({
          title: `${kind}, ${concurrency} at a time, ${palette.clusterUids.length} clusters`,
          direct: found.get(`direct ${concurrency}`)!,
          checkouts: checkouts.map(({ name }) => ({
            name,
            figuresOf: what =>
              found.get(`${kind} ${name} ${what} ${concurrency}`)!,
          })),
        });
      return {
        name: 'requests',
        title: 'What a request costs',
        tables: kinds.flatMap(kind =>
          concurrencies.map(concurrency => tableOf(kind, concurrency)),
        ),
      };
    }),
};
