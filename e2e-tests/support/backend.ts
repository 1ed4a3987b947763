const SUPERVISOR_URL = 'http://localhost:7021';

/** Stops the backend and starts it again; resolves when it is ready. */
export async function restartBackend() {
  const response = await fetch(`${SUPERVISOR_URL}/backend/restart`, {
    method: 'POST',
  });
  if (!response.ok) {
    throw new Error(`The backend did not restart: ${await response.text()}`);
  }
}
