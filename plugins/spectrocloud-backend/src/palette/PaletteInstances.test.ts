import { answerAll } from '../__testUtils__/routeCases';
import { DANA, startTestApi } from '../__testUtils__/startTestApi';

describe('PaletteInstances', () => {
  it('share the limits of the Palette that they have in common, which counts by address', async () => {
    const api = await startTestApi({
      environments: url => [
        { name: 'one', url },
        { name: 'other', url: `${url}/` },
      ],
      spectrocloud: {
        rateLimit: { standard: { perSecond: 0.01, burst: 1 } },
      },
    });
    api.tokens.signIn(DANA);
    answerAll(api.palette);
    const by = api.asUser();
    expect((await by.get('/projects?instance=one')).status).toBe(200);
    expect((await by.get('/projects?instance=other')).status).toBe(503);
    expect(api.palette.calls).toHaveLength(1);
    await api.stop();
  });
});
