import { environmentOf } from '../sessionState';
import {
  cookieValue,
  createTestDatabases,
  ENVIRONMENT,
  SessionsHarness,
  USER,
} from '../__testUtils__/SessionsHarness';

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('ConnectTickets on %s', id => {
  let harness: SessionsHarness;

  beforeAll(async () => {
    harness = await SessionsHarness.start(await databases.init(id));
  });
  beforeEach(() => harness.reset());
  afterAll(() => harness.stop());

  function issue(): string {
    const { connectTickets, context } = harness.replica();
    return connectTickets.issue(USER, environmentOf(context, ENVIRONMENT));
  }

  const redeem = (ticket: string | undefined, environment = ENVIRONMENT) =>
    harness.replica().connectTickets.redeem({ ticket, environment });

  it('says at any replica whom it was issued for', async () => {
    expect(await redeem(cookieValue(issue()))).toEqual({ userEntityRef: USER });
  });

  it('is in a cookie that no script reads and only the provider gets', () => {
    expect(issue()).toMatch(
      /^spectrocloud-connect-ticket-production=[^;]+; Max-Age=600; Path=\/api\/auth\/spectrocloud; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it('can be used once, across replicas', async () => {
    const ticket = cookieValue(issue());
    const uses = await Promise.all([redeem(ticket), redeem(ticket)]);
    expect(uses.filter(Boolean)).toHaveLength(1);
    expect(await redeem(ticket)).toBeUndefined();
  });

  it('is worth nothing in another environment, and is then not used up', async () => {
    const ticket = cookieValue(issue());
    expect(await redeem(ticket, 'staging')).toBeUndefined();
    expect(await redeem(ticket)).toBeDefined();
  });

  it('is worth nothing after ten minutes', async () => {
    const ticket = cookieValue(issue());
    harness.after(10);
    expect(await redeem(ticket)).toBeUndefined();
  });

  it('can not be made by somebody else, nor out of another of our envelopes', async () => {
    const { sealedCookie } = await harness.signIn();
    for (const forged of [undefined, '', 'forged', sealedCookie]) {
      expect(await redeem(forged)).toBeUndefined();
    }
    const ticket = cookieValue(issue());
    harness.useKeys('somebody else’s key');
    expect(await redeem(ticket)).toBeUndefined();
  });
});
