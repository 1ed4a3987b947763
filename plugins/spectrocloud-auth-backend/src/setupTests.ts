// Backends are started and RSA keys are made here; on a busy machine that takes its time.
jest.setTimeout(60_000);
