import { failure } from '../__testUtils__/FakePalette';
import { describeFailure, isPassing } from './describeFailure';
import { TaskStoppedError } from './TaskStoppedError';

const say = (error: unknown) =>
  describeFailure(error, {
    doing: 'Waiting',
    appUrl: 'https://backstage.example',
    stepName: 'Wait for it',
  });

describe('describeFailure', () => {
  it('says where to sign in at Palette again, and where to go on', async () => {
    const error = await failure(401, {
      name: 'ReauthenticationRequiredError',
      message: 'x',
    });
    expect(say(error).message).toBe(
      "Waiting needs your Palette session, which has ended. Open https://backstage.example, sign in to Palette again, and start the task again from the step 'Wait for it'.",
    );
  });

  it(`tells a Backstage token that is refused from Palette's`, async () => {
    const error = await failure(401, {
      name: 'AuthenticationError',
      message: 'x',
    });
    expect(say(error).message).toContain('your Backstage sign-in');
  });

  it('has the sentence of the backend, in one line, without a stack', async () => {
    const error = say(
      await failure(403, { name: 'NotAllowedError', message: 'You\nlack it' }),
    );
    expect(error.message).toBe('Waiting failed: You lack it');
    expect(error.stack).toBe('TaskStoppedError: Waiting failed: You lack it');
  });

  it('has the findings', async () => {
    const error = await failure(422, {
      name: 'UnprocessableClusterError',
      message: 'no',
      findings: [{ field: 'a', message: 'b' }],
    });
    expect(say(error).message).toContain('- a: b');
  });

  it('leaves alone what says enough', () => {
    const stopped = new TaskStoppedError('enough');
    expect(say(stopped)).toBe(stopped);
    const aborted = new DOMException('cancelled', 'AbortError');
    expect(say(aborted)).toBe(aborted);
  });

  it.each([
    [429, true],
    [500, true],
    [503, true],
    [504, true],
    [400, false],
    [401, false],
    [404, false],
    [409, false],
  ])('%d passes: %s', async (status, passing) => {
    expect(isPassing(await failure(status, { name: 'E', message: 'm' }))).toBe(
      passing,
    );
  });

  it('a broken connection passes, the end of the task does not', () => {
    expect(isPassing(new TypeError('fetch failed'))).toBe(true);
    expect(isPassing(new DOMException('x', 'AbortError'))).toBe(false);
    expect(isPassing(new TaskStoppedError('x'))).toBe(false);
  });
});
