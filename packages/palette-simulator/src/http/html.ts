const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that may stand in HTML, also inside of a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => ENTITIES[character]);
}

const STYLE = `
  :root { color-scheme: light dark; --quiet: light-dark(#5a6572, #a9b4c0); --line: light-dark(#b8c2cc, #4a545f); }
  body { font: 16px/1.5 system-ui, sans-serif; margin: 0; background: Canvas; color: CanvasText; }
  header { background: #1f3a5f; color: #fff; padding: 1rem 1.5rem; font-weight: 600; }
  main { max-width: 44rem; margin: 2rem auto; padding: 0 1.5rem; }
  h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
  ul.choices, ul.users { list-style: none; padding: 0; display: grid; gap: .75rem; }
  ul.choices li { position: relative; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .5rem; }
  ul.choices a { color: inherit; text-decoration: none; font-weight: 600; }
  ul.choices a::after { content: ''; position: absolute; inset: 0; border-radius: .5rem; }
  ul.choices a:hover::after, ul.choices a:focus-visible::after { outline: 3px solid #3b82c4; outline-offset: 1px; }
  ul.choices a:focus-visible { outline: none; }
  small { color: var(--quiet); display: block; }
  form { display: inline; }
  button { font: inherit; padding: .4rem .8rem; border-radius: .4rem; border: 1px solid var(--line); cursor: pointer; }
  button:focus-visible { outline: 3px solid #3b82c4; outline-offset: 1px; }
  code { font-size: .9em; overflow-wrap: anywhere; }
`;

/** A whole page; `body` is HTML, `title` is text. */
export function renderPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>Palette simulator</header>
<main>
${body}
</main>
</body>
</html>
`;
}
