import { setTimeout as delay } from 'node:timers/promises';
import {
  startPaletteSimulator,
  type PaletteSimulator,
} from 'palette-simulator';
import { freePort } from '../__testUtils__/freePort';
import { BalancedUser, type Release } from './__testUtils__/BalancedUser';
import {
  describeWithFormerRelease,
  formerReplicaMain,
} from './__testUtils__/describeWithFormerRelease';
import { Replica } from './__testUtils__/Replica';
import { TestPostgres } from './__testUtils__/TestPostgres';

jest.setTimeout(240_000);

const HOUR_MS = 3_600_000;
/** A session of four hours that began then is to be renewed now. */
const NEARLY_FOUR_HOURS_MS = 4 * HOUR_MS - 200_000;
const MEMORY_TTL_MS = 1_000;
const RENEWAL = '/v1/auth/refresh';
const CALLBACK = '/api/auth/spectrocloud/handler/frame';

const BOTH_WAYS: Array<{ at: Release; then: Release }> = [
  { at: 'former', then: 'new' },
  { at: 'new', then: 'former' },
];

describeWithFormerRelease(
  'a former release and this one, side by side on one PostgreSQL',
  () => {
    const postgres = new TestPostgres();
    let clockOffsetMs = 0;
    let palette: PaletteSimulator;
    let replicas: Record<Release, Replica>;

    const renewals = () =>
      palette.control.requests().filter(call => call.path.startsWith(RENEWAL));

    /** Looks until the release has noticed, at most as long as it may remember. */
    async function lookUntilRefused(user: BalancedUser, release: Release) {
      const deadline = Date.now() + MEMORY_TTL_MS + 1_000;
      let status = await user.look(release);
      while (status === 200 && Date.now() < deadline) {
        await delay(100);
        status = await user.look(release);
      }
      return status;
    }

    let beforeTheUpgrade: BalancedUser;
    /** The migrations of the auth plugin itself that the former release's Backstage knows. */
    let formerMigrations: string[];

    beforeAll(async () => {
      palette = await startPaletteSimulator({
        clock: () => Date.now() + clockOffsetMs,
      });
      palette.control.updateSettings({
        rotateOnRefresh: true,
        idTokenTtlSeconds: 12 * 3_600,
        refreshGrant: false,
      });
      const [formerPort, newPort] = [await freePort(), await freePort()];
      const options = {
        paletteUrl: palette.url,
        database: postgres.config,
        config: {
          auth: {
            providers: {
              spectrocloud: {
                development: {
                  callbackUrl: `http://localhost:${formerPort}${CALLBACK}`,
                },
              },
            },
          },
          spectrocloud: {
            tokenCache: {
              memoryTtl: { seconds: 1 },
              encryptionKeys: ['a key of both releases, 32 or more'],
            },
          },
        },
      };
      const former = await Replica.start({
        ...options,
        port: formerPort,
        main: formerReplicaMain(),
      });
      replicas = { former, new: former };
      const early = new BalancedUser(replicas);
      await early.signIn('former');
      formerMigrations = await postgres.readMigrations();
      replicas = {
        former,
        new: await Replica.start({ ...options, port: newPort }),
      };
      beforeTheUpgrade = early.at(replicas);
    });

    afterAll(async () => {
      await replicas?.new.stop();
      await replicas?.former.stop();
      await palette?.close();
      await postgres.drop();
    });

    beforeEach(() => {
      clockOffsetMs = 0;
    });

    it('who signed in before the upgrade stays signed in', async () => {
      for (const release of ['new', 'former'] as const) {
        expect(await beforeTheUpgrade.refresh(release)).toBe(200);
        expect(await beforeTheUpgrade.look(release)).toBe(200);
      }
      await beforeTheUpgrade.signOut('new');
    });

    describe.each(BOTH_WAYS)('at the $at one', ({ at, then }) => {
      // A look is answered with any session of its user.
      beforeEach(async () => {
        await postgres.forgetSessions();
        await delay(MEMORY_TTL_MS);
      });

      it(`a sign-in is valid at the ${then} one`, async () => {
        const user = new BalancedUser(replicas);
        await user.signIn(at);
        expect(await user.look(then)).toBe(200);
        expect(await user.refresh(then)).toBe(200);
        expect(await user.look(at)).toBe(200);
        expect(await user.refresh(at)).toBe(200);
      });

      it(`a renewal is good for the ${then} one`, async () => {
        const user = new BalancedUser(replicas);
        clockOffsetMs = -NEARLY_FOUR_HOURS_MS;
        await user.signIn(then);
        clockOffsetMs = 0;
        palette.control.clearRequests();
        expect(await user.refresh(at)).toBe(200);
        expect(renewals()).toHaveLength(1);
        await delay(MEMORY_TTL_MS);
        expect(await user.look(then)).toBe(200);
        expect(await user.refresh(then)).toBe(200);
        expect(renewals()).toHaveLength(1);
      });

      it(`a sign-out is one at the ${then} one`, async () => {
        const user = new BalancedUser(replicas);
        await user.signIn(then);
        expect(await user.look(then)).toBe(200);
        expect(await user.signOut(at)).toBe(200);
        expect(await user.refresh(then)).toBe(401);
        expect(await lookUntilRefused(user, then)).toBe(401);
      });
    });

    it('a login begun at the former one is finished at the new one', async () => {
      const user = new BalancedUser(replicas);
      await user.signIn('former', 'new');
      expect(await user.look('former')).toBe(200);
    });

    it('a login begun at the new one is to be begun again where its callback meets the former one', async () => {
      const user = new BalancedUser(replicas);
      await expect(user.signIn('new', 'former')).rejects.toThrow(
        'This sign-in was not begun in this browser, or more than ten minutes ago. Try again',
      );
      await user.signIn('new', 'new');
      expect(await user.look('former')).toBe(200);
    });

    it('a session whose row is lost is restored at the new one from the cookie of the former one', async () => {
      const user = new BalancedUser(replicas);
      await user.signIn('former');
      expect(await user.look('former')).toBe(200);
      await postgres.forgetSessions();
      await delay(MEMORY_TTL_MS);
      expect(await user.look('new')).toBe(200);
    });

    it('whoever is signed in stays so through a restart of the former one, and back to it alone', async () => {
      const [byFormer, byNew] = [
        new BalancedUser(replicas),
        new BalancedUser(replicas),
      ];
      await byFormer.signIn('former');
      await byNew.signIn('new');
      await replicas.former.stop();
      expect(await byFormer.refresh('new')).toBe(200);
      // Backstage's own auth plugin doesn't start on the schema of a later Backstage; ours
      // do, and are what is tried here.
      await postgres.forgetMigrationsBut(formerMigrations);
      await replicas.former.restart();
      await replicas.new.stop();
      for (const user of [byFormer, byNew]) {
        expect(await user.refresh('former')).toBe(200);
        expect(await user.look('former')).toBe(200);
        expect(await user.signOut('former')).toBe(200);
        expect(await user.refresh('former')).toBe(401);
      }
    });
  },
);
