import type { Response } from 'express';
import { escapeHtml, renderPage } from '../http/html';
import type { AuthorizationRequest } from './AuthorizationRequest';

type Answer = Record<string, string | undefined>;

/** Sends the browser back to the client, in the query or as a form post. */
export function sendAuthorizationResponse(
  res: Response,
  request: AuthorizationRequest,
  answer: Answer,
): void {
  const parameters = Object.entries({ ...answer, state: request.state }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const target = new URL(request.redirect_uri!);
  res.set('Referrer-Policy', 'no-referrer');
  if (request.response_mode === 'form_post') {
    res.type('html').send(renderFormPost(target, parameters));
    return;
  }
  for (const [name, value] of parameters) {
    target.searchParams.append(name, value);
  }
  res.redirect(302, target.href);
}

function renderFormPost(target: URL, parameters: [string, string][]): string {
  const inputs = parameters.map(
    ([name, value]) =>
      `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  return renderPage(
    'Signing in',
    `<form method="post" action="${escapeHtml(target.href)}">
${inputs.join('\n')}
<button type="submit">Continue</button>
</form>
<script>document.forms[0].submit();</script>`,
  );
}
