import { SessionEndWatch } from './SessionEndWatch';

const MINUTE_MS = 60_000;

describe('SessionEndWatch', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function watch() {
    const watcher = new SessionEndWatch();
    const listener = jest.fn();
    watcher.subscribe(listener);
    const note = (minutes: number | undefined, environment = 'production') =>
      watcher.note({
        environment,
        endsAt:
          minutes === undefined
            ? undefined
            : new Date(Date.now() + minutes * MINUTE_MS),
        signIn: async () => {},
      });
    const pass = (minutes: number) =>
      jest.advanceTimersByTime(minutes * MINUTE_MS);
    return { watcher, listener, note, pass };
  }

  it('tells five minutes before the end, and once, whatever comes in between', () => {
    const { listener, note, pass } = watch();
    note(60);
    pass(30);
    note(30);
    pass(24.9);
    expect(listener).not.toHaveBeenCalled();
    pass(0.2);
    expect(listener).toHaveBeenCalledTimes(1);
    expect(listener.mock.calls[0][0]).toMatchObject({
      environment: 'production',
    });
    note(4.9);
    pass(4);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('tells at once of a session that has less than that', () => {
    const { listener, note, pass } = watch();
    note(2);
    pass(0.01);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['a new session', 60],
    ['a sign-out', undefined],
  ])('takes it back after %s', (_, minutes) => {
    const { listener, note, pass } = watch();
    note(2);
    pass(0.01);
    note(minutes);
    expect(listener).toHaveBeenLastCalledWith(undefined);
  });

  it('tells of the new session, too, when its time comes', () => {
    const { listener, note, pass } = watch();
    note(2);
    pass(1);
    note(60);
    pass(56);
    expect(listener).toHaveBeenCalledTimes(3);
  });

  it('says nothing of a session that is forgotten before, or whose end is unknown', () => {
    const { listener, note, pass } = watch();
    note(60);
    note(undefined);
    note(undefined, 'lab');
    pass(120);
    expect(listener).not.toHaveBeenCalled();
  });

  it('sets no timer that a browser can not hold', () => {
    const { listener, note } = watch();
    note(60 * 24 * 30);
    expect(jest.getTimerCount()).toBe(0);
    expect(listener).not.toHaveBeenCalled();
  });

  it('tells who listens later, and nobody who has gone', () => {
    const { watcher, note, pass } = watch();
    const gone = jest.fn();
    watcher.subscribe(gone)();
    note(2);
    pass(0.01);
    const late = jest.fn();
    watcher.subscribe(late);
    expect(late).toHaveBeenCalledTimes(1);
    expect(gone).not.toHaveBeenCalled();
  });
});
