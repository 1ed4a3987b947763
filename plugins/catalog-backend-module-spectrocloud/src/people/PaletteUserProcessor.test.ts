import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { PaletteUser } from '@terasky/backstage-plugin-spectrocloud-common';
import { PaletteUserProcessor } from './PaletteUserProcessor';
import { UserIds } from './UserIds';

const FRESH_MS = 600_000;
const USER_ID = 'spectrocloud.com/user-id';
const person = (uid: string, email: string): PaletteUser => ({
  metadata: { uid, name: uid },
  spec: { email, teams: [] },
  status: {},
});
const user = (
  email?: string,
  annotations?: Record<string, string>,
  kind = 'User',
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name: 'ada', annotations },
  spec: { profile: { email } },
});

describe('PaletteUserProcessor', () => {
  let now = 0;
  const read = jest.fn<Promise<PaletteUser[]>, []>();
  const newIds = () =>
    new UserIds({
      read,
      logger: mockServices.logger.mock(),
      freshMs: FRESH_MS,
      now: () => now,
    });

  /** What is kept with one entity from one processing to the next. */
  const newCache = () => {
    const values = new Map<string, unknown>();
    return {
      get: async (key: string) => values.get(key) as never,
      set: async (key: string, value: unknown) => void values.set(key, value),
    } as never;
  };

  const idOf = async (ids: UserIds[], entity: Entity, cache = newCache()) => {
    const made = await new PaletteUserProcessor(ids).preProcessEntity(
      entity,
      undefined,
      undefined,
      undefined,
      cache,
    );
    return made.metadata.annotations?.[USER_ID];
  };

  beforeEach(() => {
    now = 0;
    read.mockReset();
    read.mockResolvedValue([person('u1', 'ada@acme.example')]);
  });

  it('annotates by the e-mail address what a run has brought', async () => {
    const ids = newIds();
    expect(await idOf([ids], user('ADA@acme.example'))).toBeUndefined();
    ids.note([person('u1', 'ada@acme.example')]);
    expect(await idOf([ids], user('ADA@acme.example'))).toBe('u1');
    expect(await idOf([ids], user('dana@acme.example'))).toBeUndefined();
    expect(read).not.toHaveBeenCalled();
  });

  it('leaves what is annotated, other kinds, and who has no address', async () => {
    const ids = newIds();
    ids.note([person('u1', 'ada@acme.example')]);
    expect(
      await idOf([ids], user('ada@acme.example', { [USER_ID]: 'u7' })),
    ).toBe('u7');
    expect(
      await idOf([ids], user('ada@acme.example', {}, 'Group')),
    ).toBeUndefined();
    expect(await idOf([ids], user())).toBeUndefined();
  });

  it('annotates nobody by an address that two have', async () => {
    const ids = newIds();
    ids.note([
      person('u1', 'ada@acme.example'),
      person('u2', 'ada@acme.example'),
    ]);
    expect(await idOf([ids], user('ada@acme.example'))).toBeUndefined();
  });

  it('keeps what it wrote while Palette can’t be asked, and not where Palette has them no more', async () => {
    const cache = newCache();
    const known = newIds();
    known.note([person('u1', 'ada@acme.example')]);
    await idOf([known], user('ada@acme.example'), cache);

    read.mockRejectedValue(new Error('down'));
    const restarted = newIds();
    expect(await idOf([restarted], user('ada@acme.example'), cache)).toBe('u1');

    restarted.note([]);
    expect(
      await idOf([restarted], user('ada@acme.example'), cache),
    ).toBeUndefined();
    expect(
      await idOf([newIds()], user('ada@acme.example'), cache),
    ).toBeUndefined();
  });

  it('asks where no run of this replica brings them, after a failure in a minute', async () => {
    const ids = newIds();
    const ask = async () => idOf([ids], user('ada@acme.example'));
    read.mockRejectedValueOnce(new Error('down'));
    await ask();
    expect(read).not.toHaveBeenCalled();
    now += FRESH_MS;
    await ask();
    await ask();
    expect(read).toHaveBeenCalledTimes(1);
    now += 60_000;
    await ask();
    expect(await ask()).toBe('u1');
    now += FRESH_MS - 1;
    await ask();
    expect(read).toHaveBeenCalledTimes(2);
    now += 1;
    await ask();
    expect(read).toHaveBeenCalledTimes(3);
  });
});
