import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { mockServices } from '@backstage/backend-test-utils';
import { createSessionToken } from '../__testUtils__/TestPalette';
import { useAuthBackend } from '../__testUtils__/useAuthBackend';

describe('what is observable of a sign-in', () => {
  const add = jest.fn();
  const record = jest.fn();
  const auditor = mockServices.auditor.mock();
  const success = jest.fn(async () => {});
  const fail = jest.fn(async () => {});
  const backend = useAuthBackend({
    features: [
      auditor.factory,
      metricsServiceMock.mock({
        createCounter: name => ({
          add: (value, attributes) => add(name, value, attributes),
        }),
        createHistogram: name => ({
          record: (value, attributes) => record(name, value, attributes),
        }),
      }).factory,
    ],
  });

  beforeEach(() => {
    jest.clearAllMocks();
    auditor.createEvent.mockImplementation(async () => ({ success, fail }));
  });

  it('counts and times a success, audits it and logs the user at info, not the e-mail', async () => {
    backend.palette.sessionToken = await createSessionToken();
    await backend.open().signIn();
    expect(add).toHaveBeenCalledWith('spectrocloud.sign_ins', 1, {
      environment: 'development',
      outcome: 'success',
      reason: 'none',
    });
    expect(record).toHaveBeenCalledWith(
      'spectrocloud.sign_in.duration.seconds',
      expect.any(Number),
      { environment: 'development', outcome: 'success' },
    );
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'palette-sign-in',
        meta: { environment: 'development', binding: 'sign-in' },
      }),
    );
    expect(success).toHaveBeenCalledWith({
      meta: { userEntityRef: 'user:default/ada' },
    });
    const lines = backend.logs.matching(
      'user:default/ada signed in with Palette',
    );
    expect(lines[0]).toMatch(/^info /);
    const spoken = backend.logs.lines.filter(line => !line.startsWith('debug'));
    expect(spoken.join('\n')).not.toContain('ada@acme.example');
  });

  it('tells at debug which fields came and where the session token was, not what they held', async () => {
    backend.palette.sessionToken = await createSessionToken();
    await backend.open().signIn();
    const [line] = backend.logs.matching(
      'session token found in refresh_token',
    );
    expect(line).toMatch(/^debug .*access_token, expires_in, id_token/);
    expect(line).toMatch(/\(HS256, expires 20/);
  });

  it('times the calls to Palette by prefix and status', async () => {
    backend.palette.hooks.intercept = path =>
      path.endsWith('/token') ? { status: 503 } : undefined;
    await backend.open().signIn();
    expect(record).toHaveBeenCalledWith(
      'spectrocloud.palette.call.duration.seconds',
      expect.any(Number),
      { prefix: '/v1/oidc', status: '503' },
    );
  });

  it('times the calls about the session token, too', async () => {
    backend.palette.sessionToken = await createSessionToken();
    await backend.open().signIn();
    expect(record).toHaveBeenCalledWith(
      'spectrocloud.palette.call.duration.seconds',
      expect.any(Number),
      { prefix: '/v1/users', status: '200' },
    );
  });

  it('counts and audits a failure by its reason, with the reference that the user sees', async () => {
    backend.palette.hooks.idTokenClaims = claims => ({ ...claims, aud: 'x' });
    const { error } = await backend.open().signIn();
    expect(add).toHaveBeenCalledWith('spectrocloud.sign_ins', 1, {
      environment: 'development',
      outcome: 'failure',
      reason: 'id_token_rejected',
    });
    const [, reference] = /reference (\S+)\)/.exec(error!.message)!;
    expect(fail).toHaveBeenCalledWith({
      meta: { reason: 'id_token_rejected', reference },
      error: new Error('id_token_rejected'),
    });
    expect(success).not.toHaveBeenCalled();
    expect(add).toHaveBeenCalledTimes(1);
    const [line] = backend.logs.matching(reference);
    expect(line).toContain('unexpected JWT claim value');
  });

  it('counts answers of environments that nobody knows as such, so that no label comes from outside', async () => {
    const browser = backend.open();
    const answer = await backend.open().authorize({ env: 'development' });
    await browser.answer(answer);
    expect(add).toHaveBeenCalledWith('spectrocloud.sign_ins', 1, {
      environment: 'unknown',
      outcome: 'failure',
      reason: 'login_unknown',
    });
  });

  it('signs in although the auditor fails, and says that', async () => {
    auditor.createEvent.mockRejectedValue(new Error('down'));
    const { error } = await backend.open().signIn();
    expect(error).toBeUndefined();
    expect(backend.logs.matching('could not be recorded')).not.toEqual([]);
  });
});
