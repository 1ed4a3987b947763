#!/bin/sh
# Every page below a plugin's own header has, in development, one warning in the
# console: "<Focusable> child must have an interactive ARIA role.". It comes from
# @backstage/ui itself: PluginHeader draws the last of several breadcrumbs as a
# Focusable of react-aria around a Text, which is a span without a role. The page has
# no say in it, since the framework makes the header and its breadcrumbs from the
# routes; the production build doesn't write it.
#
# Rendered here is that header alone, with nothing of this project. One breadcrumb is
# a link and gives no warning; two give it.
# Seen: 0.20.0, 1 breadcrumb: 0 warnings, 2 breadcrumbs: 1 warning.
set -eu
UI=0.20.0

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{}' >package.json
npm install --silent "@backstage/ui@$UI" @backstage/core-plugin-api@1 \
  react@18.3.1 react-dom@18.3.1 react-router-dom@6.30.2 jsdom@26 esbuild@0.25
cat >page.jsx <<'JSX'
import { PluginHeader } from '@backstage/ui';
import { createRoot } from 'react-dom/client';
import { MemoryRouter } from 'react-router-dom';

window.show = count => {
  const breadcrumbs = ['Plugin', 'Page']
    .slice(0, count)
    .map(label => ({ label, href: `/${label}` }));
  createRoot(document.body.appendChild(document.createElement('div'))).render(
    <MemoryRouter>
      <PluginHeader title="Plugin" breadcrumbs={breadcrumbs} />
    </MemoryRouter>,
  );
};
JSX
npx esbuild page.jsx --bundle --jsx=automatic --loader:.css=empty --outfile=page.js \
  --define:process.env.NODE_ENV='"development"' --log-level=error
cat >count.cjs <<'JS'
const { readFileSync } = require('node:fs');
const { JSDOM, VirtualConsole } = require('jsdom');

async function warnings(count) {
  let found = 0;
  const virtualConsole = new VirtualConsole();
  const look = text => {
    if (String(text).includes('<Focusable> child must')) found += 1;
  };
  virtualConsole.on('warn', look).on('error', look);
  const { window } = new JSDOM('<body></body>', {
    runScripts: 'outside-only',
    pretendToBeVisual: true,
    url: 'http://localhost/',
    virtualConsole,
  });
  window.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  window.matchMedia = () => ({
    matches: false,
    addEventListener() {},
    removeEventListener() {},
    addListener() {},
    removeListener() {},
  });
  // Offscreen, every element is as large as it says.
  window.HTMLElement.prototype.checkVisibility = () => true;
  window.eval(readFileSync('page.js', 'utf8'));
  window.show(count);
  await new Promise(resolve => setTimeout(resolve, 1_000));
  return found;
}

(async () => {
  const one = await warnings(1);
  const two = await warnings(2);
  console.log(`1 breadcrumb: ${one} warnings, 2 breadcrumbs: ${two}`);
  if (one === 0 && two > 0) console.log('as described');
  process.exit(one === 0 && two > 0 ? 0 : 1);
})();
JS
node count.cjs
