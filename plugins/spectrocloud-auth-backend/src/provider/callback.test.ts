import { createSessionToken } from '../__testUtils__/TestPalette';
import { readPopup } from '../__testUtils__/popup';
import { useAuthBackend } from '../__testUtils__/useAuthBackend';

const REFERENCE = /\(reference ([2-9A-Z]{4}-[2-9A-Z]{4})\)$/;

describe('the callback', () => {
  const backend = useAuthBackend();

  async function failWith(change: (parameters: URLSearchParams) => void) {
    const browser = backend.open();
    const { message } = await browser.answer(await browser.authorize(), change);
    expect(message.response).toBeUndefined();
    return message.error!;
  }

  it('lets two tabs that start at the same time both succeed', async () => {
    const browser = backend.open();
    const [one, other] = await Promise.all([
      browser.authorize(),
      browser.authorize(),
    ]);
    const second = await browser.answer(other);
    const first = await browser.answer(one);
    expect(first.message.error).toBeUndefined();
    expect(second.message.error).toBeUndefined();
  });

  it('keeps at most eight logins: the first seven and the newest', async () => {
    const browser = backend.open();
    const answers = [];
    for (let tab = 0; tab < 10; tab++) {
      answers.push(await browser.authorize());
    }
    const names = [...browser.cookies().keys()];
    expect(
      names.filter(name => name.startsWith('spectrocloud-login-')),
    ).toHaveLength(8);
    const pushedOut = await browser.answer(answers[8]);
    expect(pushedOut.message.error?.message).toMatch(
      /not begun in this browser/,
    );
    for (const kept of [0, 9]) {
      const { message } = await browser.answer(answers[kept]);
      expect(message.error).toBeUndefined();
    }
  });

  it.each([
    [
      'the ID token',
      async () => {
        const now = Math.floor(Date.now() / 1000);
        backend.palette.hooks.idTokenClaims = claims => ({
          ...claims,
          iat: now - 40,
          exp: now - 20,
        });
      },
    ],
    [
      'the session token',
      async () => {
        backend.palette.sessionToken = await createSessionToken({}, '-20 s');
      },
    ],
  ])('says that the clocks differ when %s arrives expired', async (_, set) => {
    await set();
    const browser = backend.open();
    const message = await browser.signIn();
    expect(message.error?.message).toMatch(
      /^The clocks of Backstage and Palette differ by about [2-6]\d seconds\..*\(NTP\)\. \(reference/,
    );
    expect(message.error?.message).toMatch(REFERENCE);
    expect((await browser.refresh()).status).toBe(401);
  });

  it('can not be replayed, not even with its cookies', async () => {
    const { palette, server } = backend;
    const browser = backend.open();
    const answer = await browser.authorize();
    const cookies = [...browser.cookies()]
      .map(([name, value]) => `${name}=${value}`)
      .join('; ');
    expect((await browser.answer(answer)).message.error).toBeUndefined();
    expect(palette.count('/token')).toBe(1);

    const replayed = await fetch(
      `http://127.0.0.1:${server.port()}${answer.pathname}${answer.search}`,
      { headers: { cookie: cookies } },
    );
    const { message } = readPopup(await replayed.text());
    expect(message.error?.message).toMatch(/has been completed already/);
    expect(replayed.headers.getSetCookie().join()).not.toMatch(/refresh-token/);
    expect(palette.count('/token')).toBe(1);
  });

  it('is worth nothing in another browser', async () => {
    const answer = await backend.open().authorize();
    const { message } = await backend.open().answer(answer);
    expect(message.error?.message).toMatch(/not begun in this browser/);
    expect(backend.palette.count('/token')).toBe(0);
  });

  it('is worth nothing with another state, even one of the same browser', async () => {
    const browser = backend.open();
    const [one, other] = [await browser.authorize(), await browser.authorize()];
    const { message } = await browser.answer(one, parameters =>
      parameters.set('state', other.searchParams.get('state')!),
    );
    // PKCE and nonce belong to the other login.
    expect(message.error?.message).toMatch(/no longer accepts this sign-in/);
  });

  it.each(['code', 'state', 'iss', 'error'])(
    'refuses a repeated %s',
    async name => {
      const error = await failWith(parameters => {
        parameters.append(name, parameters.get(name) ?? 'x');
        parameters.append(name, 'another');
      });
      expect(error.message).toMatch(/incomplete or malformed/);
      expect(backend.palette.count('/token')).toBe(0);
    },
  );

  it('refuses an answer without a code', async () => {
    const error = await failWith(parameters => parameters.delete('code'));
    expect(error.message).toMatch(/incomplete or malformed/);
  });

  it('refuses an answer of another issuer before the code is used', async () => {
    const error = await failWith(parameters =>
      parameters.set('iss', 'https://evil.example'),
    );
    expect(error.message).toMatch(/did not come from the Palette/);
    expect(backend.palette.count('/token')).toBe(0);
  });

  it('accepts an answer that names the right issuer', async () => {
    const browser = backend.open();
    const { message } = await browser.answer(
      await browser.authorize(),
      parameters => parameters.set('iss', backend.palette.issuer),
    );
    expect(message.error).toBeUndefined();
  });

  it('refuses another environment than the login began with', async () => {
    const error = await failWith(parameters =>
      parameters.set('env', 'production'),
    );
    expect(error.message).toMatch(/begun for another environment/);
    expect(backend.palette.count('/token')).toBe(0);
  });

  it.each([
    ['access_denied', 'AccessDeniedError', /did not let you sign in/],
    ['login_required', 'SpectroCloudSignInError', /sign in there/],
    ['interaction_required', 'SpectroCloudSignInError', /sign in there/],
    ['server_error', 'SpectroCloudSignInError', /can't be reached/],
    ['temporarily_unavailable', 'SpectroCloudSignInError', /can't be reached/],
    ['unauthorized_client', 'SpectroCloudSignInError', /client id/],
    ['invalid_scope', 'SpectroCloudSignInError', /configuration for Palette/],
    ['<script>', 'SpectroCloudSignInError', /with an error/],
  ])(
    'tells of %s in a sentence, with a reference that the log has too',
    async (code, name, sentence) => {
      const error = await failWith(parameters => {
        parameters.delete('code');
        parameters.set('error', code);
        parameters.set(
          'error_description',
          'eve@evil.example 0paqueC0de </script>',
        );
      });
      expect(error.name).toBe(name);
      expect(error.message).toMatch(sentence);
      expect(error.message).not.toMatch(/evil|script/);
      const [, reference] = REFERENCE.exec(error.message)!;
      expect(backend.logs.matching(reference)[0]).toMatch(/^warn /);
      expect(backend.logs.matching('eve@evil.example')).toEqual([]);
      expect(
        backend.logs
          .matching('0paqueC0de')
          .filter(line => !line.startsWith('debug')),
      ).toEqual([]);
    },
  );

  it('tells the log which key names a scope that Palette refuses', async () => {
    const error = await failWith(parameters => {
      parameters.delete('code');
      parameters.set('error', 'invalid_scope');
    });
    const [, reference] = REFERENCE.exec(error.message)!;
    expect(backend.logs.matching(reference)[0]).toContain(
      'auth.providers.spectrocloud.development.scope',
    );
  });

  it('refuses a form post with the reason, and redacts its address', async () => {
    const browser = backend.open();
    const answer = await browser.authorize();
    const response = await browser.agent
      .post(`${answer.pathname}${answer.search}`)
      .type('form')
      .send({ code: 'x', state: 'y' });
    const { message } = readPopup(response.text);
    expect(message.error?.message).toMatch(/sent its answer as a form/);
    expect((await browser.answer(answer)).message.error).toBeUndefined();
  });

  it('is not used up by HEAD', async () => {
    const browser = backend.open();
    const answer = await browser.authorize();
    await browser.agent.head(`${answer.pathname}${answer.search}`);
    expect((await browser.answer(answer)).message.error).toBeUndefined();
  });

  it.each([
    ['/token', 503, /can't be reached/],
    ['/token', 429, /can't be reached/],
    ['/token', 400, /with an error/],
    ['/token', 401, /client id or client secret/],
  ])(
    'tells of a Palette whose %s answers %s',
    async (path, status, sentence) => {
      backend.palette.hooks.intercept = asked =>
        asked.endsWith(path) ? { status, body: '{"error":"x"}' } : undefined;
      const error = await failWith(() => {});
      expect(error.message).toMatch(sentence);
    },
  );

  it('answers within the timeout when Palette hangs', async () => {
    backend.palette.hooks.intercept = path =>
      path.endsWith('/token') ? { status: 200, hang: true } : undefined;
    const startedAt = Date.now();
    const error = await failWith(() => {});
    expect(error.message).toMatch(/took too long/);
    expect(Date.now() - startedAt).toBeLessThan(10_000);
  });

  it('ends the sign-in when the session token is of another user', async () => {
    const { palette } = backend;
    palette.sessionToken = await createSessionToken();
    palette.me = { ...palette.me, userUid: 'x', email: 'x@acme.example' };
    const error = await failWith(() => {});
    expect(error.message).toMatch(/session of another user or tenant/);
  });

  it('adopts no token from the query, a header or a cookie', async () => {
    const { palette } = backend;
    const planted = await createSessionToken();
    palette.secrets.add(planted);
    const browser = backend.open();
    const answer = await browser.authorize();
    answer.searchParams.set('token', planted);
    answer.searchParams.set('refresh_token', planted);
    const response = await browser
      .callback(answer)
      .set('Authorization', planted)
      .set('X-SpectroCloud-Token', planted);
    expect(readPopup(response.text).message.error).toBeUndefined();
    expect(String(response.headers['set-cookie'])).not.toMatch(
      /spectrocloud-api-token=v1/,
    );
    expect(palette.count('/v1/users/me')).toBe(0);
  });

  it('sends no referrer from its page and lets nobody store it', async () => {
    const browser = backend.open();
    const { response } = await browser.answer(await browser.authorize());
    expect(response.headers['referrer-policy']).toBe('no-referrer');
    expect(response.headers['cache-control']).toBe('no-store');
  });

  it('does not say that nobody is in the catalog while Palette can not tell who it is', async () => {
    const { palette } = backend;
    palette.hooks.idTokenClaims = ({ email, ...claims }) => claims;
    palette.hooks.intercept = path =>
      path.endsWith('/userinfo') ? { status: 503 } : undefined;
    const { error } = await backend.open().signIn();
    expect(error?.message).toContain("Palette can't be reached");
    expect(backend.logs.matching('): palette_unavailable: ').at(-1)).toContain(
      '(status 503)',
    );
  });
});

describe('the callback where endpoints are no more than derived', () => {
  const backend = useAuthBackend();

  it('blames the configuration for an answer of another issuer', async () => {
    const { palette } = backend;
    palette.hooks.discovery = () => undefined;
    const browser = backend.open();
    const { message } = await browser.answer(
      await browser.authorize(),
      parameters =>
        parameters.set('iss', 'https://keycloak.example/realms/acme'),
    );
    expect(message.error?.message).toContain(
      "Backstage's configuration for Palette",
    );
    expect(palette.count('/token')).toBe(0);
  });
});
