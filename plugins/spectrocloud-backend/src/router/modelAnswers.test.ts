import schema from '../__fixtures__/paletteSchema.json';
import type { Shape } from '../__testUtils__/shapeFaults';
import { answerAll, routeCases } from '../__testUtils__/routeCases';
import {
  DANA,
  startTestApi,
  type TestApi,
} from '../__testUtils__/startTestApi';

/** What a shape's values are made of. */
type Filling = Record<string, unknown>;

const ZERO: Filling = {
  string: '',
  integer: 0,
  number: 0,
  boolean: false,
  map: {},
  any: null,
};
const FILLED: Filling = {
  string: 'text',
  integer: 7,
  number: 1.5,
  boolean: true,
  map: { key: 'value' },
  any: { key: 'value' },
};

/** An answer made of the vendor's model alone, every member there. */
function make(shape: Shape, filling: Filling): unknown {
  if (typeof shape === 'string') return filling[shape];
  if (!Array.isArray(shape)) {
    return Object.fromEntries(
      Object.entries(shape).map(([name, member]) => [
        name,
        make(member, filling),
      ]),
    );
  }
  const [first] = shape;
  // The allowed values of a text, or the items of a list.
  return typeof first === 'string' && !(first in filling)
    ? filling.string && first
    : [make(first, filling)];
}

const shapes = Object.entries(
  schema.answers as unknown as Record<string, { shape: Shape }>,
).map(([endpoint, { shape }]) => ({
  pattern: new RegExp(`^${endpoint.replace(/\{\w+\}/g, '[^/]+')}$`),
  shape,
}));

const cases = routeCases.flatMap(routeCase => {
  const path = routeCase.endpoint.replaceAll('*', 'x');
  const found = shapes.find(({ pattern }) => pattern.test(path));
  return found ? [{ ...routeCase, shape: found.shape }] : [];
});

describe("answers that are made of the vendor's models", () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi({
      spectrocloud: {
        listTtl: { seconds: 0 },
        rateLimit: {
          standard: { perSecond: 1000, burst: 1000 },
          fast: { perSecond: 1000, burst: 1000 },
        },
      },
    });
  });

  beforeEach(() => {
    api.palette.reset();
    api.tokens.signIn(DANA);
    answerAll(api.palette);
  });

  afterAll(() => api.stop());

  it('are there for most routes', () => {
    expect(cases.length).toBeGreaterThan(30);
  });

  it.each<[string, (shape: Shape) => unknown]>([
    ['empty', shape => (Array.isArray(shape) ? [] : {})],
    ['all zero', shape => make(shape, ZERO)],
    ['all filled', shape => make(shape, FILLED)],
  ])('break no route, whether they are %s', async (_, answerOf) => {
    const broken = [];
    for (const { operation, method, path, body, endpoint, shape } of cases) {
      api.palette.on(endpoint, { body: answerOf(shape) });
      const response = await (method === 'get'
        ? api.asUser().get(path)
        : api.asUser().post(path, body));
      // Answered, or gone, or not what a cluster can be made of; and one that was
      // created has a name, or nobody could find it.
      const fine = [200, 201, 202, 204, 404, 422];
      const isNameless = response.text.includes('did not say which cluster');
      if (!fine.includes(response.status) && !isNameless) {
        broken.push([operation, response.status, response.text]);
      }
      answerAll(api.palette);
    }
    expect(broken).toEqual([]);
  });
});
