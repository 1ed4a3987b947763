import * as fixtures from '../__fixtures__/palette';
import { answerAll } from '../__testUtils__/routeCases';
import {
  DANA,
  startTestApi,
  type TestApi,
} from '../__testUtils__/startTestApi';

const EXPORT = 'GET /v1/clusterprofiles/*/export';
const TERRAFORM = `${EXPORT}/terraform`;

describe('the export of a profile', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi();
  });

  beforeEach(() => {
    api.palette.reset();
    api.denied.clear();
    api.tokens.signIn(DANA);
    answerAll(api.palette);
    jest.clearAllMocks();
  });

  afterAll(() => api.stop());

  const get = async (format?: string) =>
    api
      .asUser()
      .get(
        `/profiles/profile-1/export?projectUid=project-1${format ? `&format=${format}` : ''}`,
      )
      .buffer(true);

  it('is a file of bytes as Palette sends them, held nowhere, and audited', async () => {
    const response = await get();
    expect(response.body.toString()).toBe(fixtures.exportedProfile);
    expect(response.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment; filename=profile-profile-1.json',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(api.palette.calls[0].query.get('format')).toBe('json');
    await get();
    expect(api.palette.calls).toHaveLength(2);
    expect(api.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'profile-export',
        meta: { instance: 'demo', profileUid: 'profile-1', format: 'json' },
      }),
    );
  });

  it.each<[string, string, string | undefined]>([
    ['yaml', EXPORT, 'yaml'],
    ['terraform', TERRAFORM, undefined],
  ])('can be %s', async (format, endpoint, asked) => {
    api.palette.on(endpoint, { body: 'name: eks-base\n' });
    const response = await get(format);
    expect(response.status).toBe(200);
    expect(api.palette.calls[0].query.get('format') ?? undefined).toBe(asked);
  });

  it.each([
    ['resource "x" "y" {}', 'tf'],
    ['{"resource":{}}', 'tf.json'],
    ['PK\x03\x04 archive', 'zip'],
  ])('for Terraform is named after what it is: %j', async (body, extension) => {
    api.palette.on(TERRAFORM, { body });
    const response = await get('terraform');
    expect(response.headers['content-disposition']).toBe(
      `attachment; filename=profile-profile-1.${extension}`,
    );
  });

  it.each([
    ['json', EXPORT, 'name: eks-base'],
    ['json', EXPORT, '[]'],
    ['yaml', EXPORT, ''],
    ['yaml', EXPORT, ' <html></html>'],
    ['terraform', TERRAFORM, '<!doctype html>'],
  ])('is 502 as %s of %s for %j', async (format, endpoint, body) => {
    api.palette.on(endpoint, { body });
    const response = await get(format);
    expect(response.status).toBe(502);
    expect(api.auditFail).toHaveBeenCalledTimes(1);
  });

  it('is 502 where it is larger than is read', async () => {
    api.palette.on(EXPORT, {
      body: `{"a":"${'x'.repeat(16 * 1024 * 1024)}"}`,
    });
    expect((await get()).status).toBe(502);
  });

  it.each([
    'spectrocloud.profile.view-info',
    'spectrocloud.cluster.view-pack-values',
    'spectrocloud.cluster.view-pack-manifests',
  ])('takes %s, whatever else is given', async permission => {
    api.denied.add(permission);
    const response = await get();
    expect(response.status).toBe(403);
    expect(api.palette.calls).toHaveLength(0);
  });
});
