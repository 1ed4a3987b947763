import { escapeHtml, renderPage } from '../http/html';
import { issuerOf, type SimulatorContext } from '../SimulatorContext';

function action(label: string, path: string, fields: Record<string, string>) {
  const inputs = Object.entries(fields).map(
    ([name, value]) =>
      `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  return `<form method="post" action="/control/${path}">${inputs.join('')}
<button type="submit">${escapeHtml(label)}</button></form>`;
}

/** `/`: what this is, who can sign in, and buttons for the control actions. */
export function renderStartPage(context: SimulatorContext): string {
  const [organisation] = context.organisations;
  const users = organisation.users
    .filter(({ listed }) => listed)
    .map(
      ({ firstName, lastName, email }) => `<li>
<strong>${escapeHtml(`${firstName} ${lastName}`)}</strong>
<small>${escapeHtml(email)}</small><br>
${action('Expire sessions', 'sessions/expire', { user: email })}
${action('Revoke sessions', 'sessions/revoke', { user: email })}
</li>`,
    );
  const issuers = context.organisations.map(({ name }) => {
    const issuer = issuerOf(context, name);
    return `<li><a href="${escapeHtml(
      `${issuer}/.well-known/openid-configuration`,
    )}"><code>${escapeHtml(issuer)}</code></a></li>`;
  });
  return renderPage(
    'Palette simulator',
    `<h1>A local SpectroCloud Palette</h1>
<p>It speaks OpenID Connect and the <code>/v1</code> API to Backstage, and holds
invented data only. Nothing here is a real account.</p>
<h2>Issuers</h2><ul>${issuers.join('\n')}</ul>
<h2>Users</h2><ul>${users.join('\n')}</ul>
<h2>Make something go wrong</h2>
<p>
${action('Fail the next call (503)', 'fail', { status: '503', count: '1' })}
${action('Slow down the next 20 calls', 'delay', { ms: '3000', count: '20' })}
${action('Rotate the signing keys', 'keys/rotate', {})}
</p>
<h2>Rate limits</h2>
<p>
${action('Switch on', 'rate-limits', { enabled: 'true' })}
${action('Switch off', 'rate-limits', { enabled: 'false' })}
</p>
<h2>Look and start again</h2>
<p><a href="/control/requests">Request log</a> ·
<a href="/control/settings">Settings</a></p>
<p>${action('Reset everything', 'reset', {})}</p>`,
  );
}
