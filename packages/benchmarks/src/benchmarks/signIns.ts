import type { BackendProcess } from '../backend/BackendProcess';
import { Backends } from '../backend/Backends';
import { type Benchmark, databaseKinds } from '../Benchmark';
import { adminEmails } from '../browser/emails';
import { Browser } from '../browser/Browser';
import { inRounds } from '../load/inRounds';
import { timed } from '../load/timed';

const PROVIDERS = ['spectrocloud', 'oidc'] as const;
const AT_ONCE = 8;
const SIGN_INS = 80;
const SHORT_SIGN_INS = 8;
const ROUNDS = 5;

/** Whole sign-ins, beside those of Backstage's own OIDC provider in the same process. */
export const signIns: Benchmark = {
  name: 'sign-ins',
  run: context =>
    Backends.use(context, async backends => {
      const { palette, checkouts, short } = context;
      const kinds = databaseKinds(context);
      await palette.configure({ limits: false });
      const count = short ? SHORT_SIGN_INS : SIGN_INS;
      const scenarios = await Promise.all(
        kinds.flatMap(kind =>
          checkouts.map(async checkout => {
            const backend = await backends.start(
              checkout,
              backends.database(kind),
              { withOidc: true },
            );
            return PROVIDERS.map(provider => ({
              name: `${kind} ${checkout.name} ${provider}`,
              measure: () => signInMany(backend, provider, count),
            }));
          }),
        ),
      );
      const found = await inRounds(scenarios.flat(), short ? 1 : ROUNDS);
      return {
        name: 'sign-ins',
        title: 'Signing in',
        tables: kinds.map(kind => ({
          title: `${kind}, ${AT_ONCE} at a time`,
          columns: [
            'commit',
            'a second',
            'CPU ms',
            'Backstage’s oidc, a second',
            'CPU ms',
            'of oidc, a second',
            'of oidc, by CPU',
          ],
          rows: checkouts.map(({ name }) => {
            const ours = found.get(`${kind} ${name} spectrocloud`)!;
            const oidc = found.get(`${kind} ${name} oidc`)!;
            return [
              name,
              ours.perSecond,
              ours.cpuMs,
              oidc.perSecond,
              oidc.cpuMs,
              ours.perSecond / oidc.perSecond,
              oidc.cpuMs / ours.cpuMs,
            ];
          }),
        })),
      };
    }),
};

async function signInMany(
  backend: BackendProcess,
  provider: string,
  count: number,
): Promise<{ perSecond: number; cpuMs: number }> {
  const emails = adminEmails(count);
  const before = await backend.usage();
  const seconds = await timed(() =>
    Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let email = emails.pop(); email; email = emails.pop()) {
          await new Browser(backend.baseUrl).signIn(email, provider);
        }
      }),
    ),
  );
  const { cpuMs } = await backend.usage();
  return {
    perSecond: count / seconds,
    cpuMs: (cpuMs - before.cpuMs) / count,
  };
}
