import { setTimeout as delay } from 'node:timers/promises';
import {
  startPaletteSimulator,
  type PaletteSimulator,
} from 'palette-simulator';
import { PaletteBrowser } from '../__testUtils__/PaletteBrowser';
import { Replica } from './__testUtils__/Replica';
import { describeWithPostgres } from './__testUtils__/describeWithPostgres';
import { TestPostgres } from './__testUtils__/TestPostgres';

jest.setTimeout(180_000);

const DANA = 'dev.dana@acme.example';
const HOUR_MS = 3_600_000;
/** A session of four hours that began then is to be renewed now. */
const NEARLY_FOUR_HOURS_MS = 4 * HOUR_MS - 200_000;
const MEMORY_TTL_MS = 1_000;
const LEASE_MS = 8_000;
const RENEWAL = '/v1/auth/refresh';
const ME = '/api/spectrocloud/users/me';

describeWithPostgres(
  'renewal by two backend processes on one PostgreSQL',
  () => {
    const postgres = new TestPostgres();
    let clockOffsetMs = 0;
    let palette: PaletteSimulator;
    let one: Replica;
    let other: Replica;

    beforeAll(async () => {
      palette = await startPaletteSimulator({
        clock: () => Date.now() + clockOffsetMs,
      });
      const options = {
        paletteUrl: palette.url,
        database: postgres.config,
        config: {
          spectrocloud: { tokenCache: { memoryTtl: { seconds: 1 } } },
        },
      };
      one = await Replica.start(options);
      other = await Replica.start(options);
    });

    afterAll(async () => {
      await one?.stop();
      await other?.stop();
      await palette?.close();
      await postgres.drop();
    });

    beforeEach(async () => {
      await Promise.all([one.ensureRunning(), other.ensureRunning()]);
      await postgres.forgetSessions();
      await delay(MEMORY_TTL_MS);
      clockOffsetMs = 0;
      palette.control.reset();
      palette.control.updateSettings({
        rotateOnRefresh: true,
        idTokenTtlSeconds: 12 * 3_600,
        refreshGrant: false,
      });
    });

    /** Signs in with a session whose tokens are about to expire. */
    async function signInNearExpiry(): Promise<PaletteBrowser> {
      const browser = new PaletteBrowser(one);
      clockOffsetMs = -NEARLY_FOUR_HOURS_MS;
      await browser.signIn(DANA);
      clockOffsetMs = 0;
      palette.control.clearRequests();
      return browser;
    }

    const renewals = () =>
      palette.control.requests().filter(call => call.path.startsWith(RENEWAL));

    const askAt = (replica: Replica, browser: PaletteBrowser) =>
      fetch(`${replica.baseUrl}${ME}`, {
        headers: { Authorization: `Bearer ${browser.backstageToken}` },
      });

    it('500 parallel requests cost one renewal, none fails, and nobody is signed out', async () => {
      const browser = await signInNearExpiry();
      palette.control.delay({ ms: 900, count: 1, path: RENEWAL });
      const answers = await Promise.all(
        Array.from({ length: 500 }, (_, index) =>
          index % 10 === 0
            ? browser.refresh()
            : askAt(index % 2 === 0 ? one : other, browser),
        ),
      );
      expect(answers.map(({ status }) => status)).toEqual(Array(500).fill(200));
      expect(renewals()).toHaveLength(1);
      expect((await browser.refresh()).status).toBe(200);
      expect(renewals()).toHaveLength(1);
    });

    it('another process takes over within its lease from one that is killed before Palette has answered', async () => {
      const browser = await signInNearExpiry();
      palette.control.hang({ count: 1, path: RENEWAL });
      const lost = askAt(one, browser).catch(() => 'lost');
      await delay(500);
      await one.kill();
      const killedAt = Date.now();
      // Its token lives, so that it is answered before the other one takes over.
      expect((await askAt(other, browser)).status).toBe(200);
      while (
        renewals().length < 2 &&
        Date.now() - killedAt < LEASE_MS + 3_000
      ) {
        await delay(100);
      }
      expect(renewals()).toHaveLength(2);
      expect(await lost).toBe('lost');
      await one.restart();
      expect((await askAt(one, browser)).status).toBe(200);
      expect(renewals()).toHaveLength(2);
    });

    it('a process that is killed after Palette has answered costs one re-authentication at most', async () => {
      const browser = await signInNearExpiry();
      palette.control.delay({
        ms: 60_000,
        count: 1,
        path: RENEWAL,
        when: 'after',
      });
      const lost = askAt(one, browser).catch(() => 'lost');
      await delay(500);
      await one.kill();
      await lost;
      expect((await askAt(other, browser)).status).toBe(401);
      await one.restart();
      const again = new PaletteBrowser(one);
      await again.signIn(DANA);
      for (const replica of [one, other, one]) {
        expect((await askAt(replica, again)).status).toBe(200);
      }
    });

    it('a rolling restart of both processes in the middle of a session is not noticed', async () => {
      const browser = new PaletteBrowser(one);
      await browser.signIn(DANA);
      await one.stop();
      expect((await askAt(other, browser)).status).toBe(200);
      await one.restart();
      await other.stop();
      expect((await askAt(one, browser)).status).toBe(200);
      expect((await browser.refresh()).status).toBe(200);
      await other.restart();
      expect((await askAt(other, browser)).status).toBe(200);
    });

    it('a session revoked at one process is over at the other within memoryTtl', async () => {
      const browser = new PaletteBrowser(one);
      await browser.signIn(DANA);
      expect((await askAt(other, browser)).status).toBe(200);
      await browser.fetch('/api/auth/spectrocloud/sessions', {
        method: 'DELETE',
      });
      expect((await askAt(one, browser)).status).toBe(401);
      const deadline = Date.now() + MEMORY_TTL_MS + 1_000;
      let status = 200;
      while (status === 200 && Date.now() < deadline) {
        await delay(100);
        ({ status } = await fetch(`${other.baseUrl}${ME}`, {
          headers: {
            Authorization: `Bearer ${browser.backstageToken}`,
            'Cache-Control': 'no-cache',
          },
        }));
      }
      expect(status).toBe(401);
    });
  },
);
