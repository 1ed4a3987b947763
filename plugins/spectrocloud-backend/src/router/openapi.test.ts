import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { stringify } from 'yaml';
import { startTestApi, type TestApi } from '../__testUtils__/startTestApi';
import { createRouter, type RouterOptions } from './createRouter';
import { routes } from './routes';
import { createOpenApiDocument } from '../__testUtils__/createOpenApiDocument';

const FILE = resolve(__dirname, '../../openapi.yaml');

describe('openapi.yaml', () => {
  const document = createOpenApiDocument(routes);

  it('is what the routes say (UPDATE_OPENAPI=1 writes it)', () => {
    const expected = stringify(document, {
      aliasDuplicateObjects: false,
      singleQuote: true,
      lineWidth: 0,
    });
    if (process.env.UPDATE_OPENAPI) {
      writeFileSync(FILE, expected);
    }
    expect(readFileSync(FILE, 'utf8')).toBe(expected);
  });

  it('leaves no route out', () => {
    const router = createRouter({} as RouterOptions);
    const served = router.stack.flatMap(
      ({ route }) =>
        route?.stack.map(
          ({ method }) => `${method} ${route.path.replace(/:(\w+)/g, '{$1}')}`,
        ) ?? [],
    );
    const described = Object.entries(
      document.paths as Record<string, object>,
    ).flatMap(([path, methods]) =>
      Object.keys(methods).map(method => `${method} ${path}`),
    );
    expect(served.sort()).toEqual(described.sort());
  });

  describe('against the running API', () => {
    let api: TestApi;

    beforeAll(async () => {
      api = await startTestApi();
    });

    afterAll(() => api.stop());

    const { paths } = document as {
      paths: Record<string, Record<string, unknown>>;
    };
    const operations = Object.entries(paths)
      .filter(([path]) => path !== '/health')
      .flatMap(([path, methods]) =>
        Object.keys(methods).map(method => ({ method, path })),
      );

    it.each(operations)('$method $path exists', async ({ method, path }) => {
      const url = path.replace(/\{\w+\}/g, 'aws');
      const response = await (method === 'get'
        ? api.asUser().get(url)
        : api.asUser().post(url, {}));
      // No session and an empty body: refused, but by the route itself.
      expect(response.status).not.toBe(404);
      expect(['ReauthenticationRequiredError', 'InputError']).toContain(
        response.body.error.name,
      );
    });
  });
});
