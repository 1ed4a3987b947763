import { mockServices } from '@backstage/backend-test-utils';
import type { Request, Response } from 'express';
import { createStartUpGate } from './createStartUpGate';

describe('createStartUpGate', () => {
  const next = jest.fn();
  const res = { status: jest.fn(), json: jest.fn(), once: jest.fn() };
  let start: () => void;

  function gateOf(data = {}) {
    return createStartUpGate({
      config: mockServices.rootConfig({ data }),
      lifecycle: {
        addStartupHook: hook => {
          start = hook;
        },
      },
    });
  }

  function ask(gate: ReturnType<typeof gateOf>) {
    gate.pause(
      { method: 'GET', originalUrl: '/api/late' } as Request,
      res as unknown as Response,
      next,
    );
  }

  beforeEach(() => {
    jest.resetAllMocks();
    jest.useFakeTimers();
    res.status.mockReturnValue(res);
  });

  afterEach(() => jest.useRealTimers());

  it('keeps a request until the backend has started', () => {
    const gate = gateOf();
    ask(gate);
    jest.advanceTimersByTime(4_999);
    expect(next).not.toHaveBeenCalled();
    start();
    jest.advanceTimersByTime(60_000);
    expect(next.mock.calls).toEqual([[]]);
    expect(res.status).not.toHaveBeenCalled();
  });

  it('answers 503 after five seconds, and only once', () => {
    const gate = gateOf();
    ask(gate);
    jest.advanceTimersByTime(5_000);
    start();
    expect(next).not.toHaveBeenCalled();
    expect(res.status.mock.calls).toEqual([[503]]);
    expect(res.json).toHaveBeenCalledWith({
      error: {
        name: 'ServiceUnavailableError',
        message: 'Backstage is starting; try again in a few seconds',
      },
      request: { method: 'GET', url: '/api/late' },
      response: { statusCode: 503, status: 'Service Unavailable' },
    });
  });

  it("takes the framework's own key for how long", () => {
    ask(
      gateOf({
        backend: { lifecycle: { startupRequestPauseTimeout: '20 seconds' } },
      }),
    );
    jest.advanceTimersByTime(19_999);
    expect(res.status).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(res.status).toHaveBeenCalledWith(503);
  });

  it('refuses a duration that is none', () => {
    expect(() =>
      gateOf({
        backend: { lifecycle: { startupRequestPauseTimeout: 'a while' } },
      }),
    ).toThrow('backend.lifecycle.startupRequestPauseTimeout');
  });

  it('forgets a request that its client gave up', () => {
    ask(gateOf());
    res.once.mock.calls.forEach(([, onClose]) => onClose());
    start();
    jest.advanceTimersByTime(60_000);
    expect(next).not.toHaveBeenCalled();
    expect(res.status).not.toHaveBeenCalled();
  });

  it('lets requests through afterwards', () => {
    const gate = gateOf();
    expect(gate.hasStarted).toBe(false);
    start();
    expect(gate.hasStarted).toBe(true);
    ask(gate);
    expect(next).toHaveBeenCalledTimes(1);
  });
});
